/// <reference types="astro/client" />

declare module 'astro' {
  interface AstroClientDirectives {
    /** 读者动过手且进入视野才接管，见 lib/client-reached.ts */
    'client:reached'?: boolean;
  }
}
export {};
