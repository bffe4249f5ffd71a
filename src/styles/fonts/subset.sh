#!/usr/bin/env bash
# 从 Latin Modern Math 截取公式用得到的字形，写出同目录的 woff2。
# 需要 Debian 的 fonts-lmodern、python3-fonttools、python3-brotli。
# fontTools 会沿 MATH 表把每个括号、根号、求和号的各级大小和拼接零件一并带上；
# 只有 U+221A 要点名：msqrt 里没有文字节点，从页面文字推不出它。
set -euo pipefail
cd "$(dirname "$0")"
source=${1:-/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf}

unicodes=(
  # 西文、数字、标点与空格
  20-7E A0 A7 A8 AC AF B0-B5 B7 B9 D7 F7 131 237 2002 2003 2009-200B 2013 2014 2016 2018 2019
  201C 201D 2026 2032 2033 203E 2044 2061-2064
  # 重音与横线
  2C6 2C7 2D8-2DA 2DC 300-308 30A 30C 332 338 20D7
  # 希腊字母
  393 394 398 39B 39E 3A0 3A3 3A5 3A6 3A8 3A9 3B1-3C9 3D1 3D5 3D6 3F0 3F1 3F5
  # 空心体、花体与 h 的斜体（它不在连续的斜体区里）
  2102 210E 2112 2113 2115 2119 211A 211D 2124 1D53C 1D49C 1D49E 1D49F 1D4A2 1D4A9 1D4AA
  # 箭头
  2190-2194 21A6 21CC 21D0 21D2 21D4 27F5-27FA
  # 运算与关系
  2200 2202 2203 2205-2209 220F 2211-2213 2215-221A 221D 221E 2223 2225 2227-222B 2234 2235 223C
  2243 2245 2248 2250 2254 225C 225D 2260 2261 2264 2265 226A 226B 2282 2283 2286 2287 2295 2297
  22A5 22C2 22C3 22C5 22EE 22EF 22F1 2A7D 2A7E
  # 取整、尖括号、上下大括号
  2308-230B 23B4 23B5 23DE 23DF 27E8 27E9
  # 数学粗体、斜体字母，斜体希腊字母，粗体数字
  1D400-1D454 1D456-1D467 1D6E2-1D71B 1D7CE-1D7D7
)

/usr/bin/python3 -m fontTools.subset "$source" \
  --unicodes="$(IFS=,; echo "${unicodes[*]}")" \
  --layout-features='' --drop-tables+=FFTM,GPOS --no-hinting --desubroutinize \
  --name-IDs='0,1,2,3,4,5,6,13,14' \
  --flavor=woff2 --output-file=latin-modern-math-subset.woff2
ls -l latin-modern-math-subset.woff2
