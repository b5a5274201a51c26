import QRCode from 'qrcode'

/** A QR code as one path, to be drawn as SVG in a view box of `size`, the quiet zone included. */
export interface QrView {
  size: number
  path: string
}

/** ISO/IEC 18004 asks for four modules of nothing around the code. */
const quietZone = 4

/** Made here: no other server ever sees a link. */
export function qrOf(text: string): QrView {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules.get(y, x) === 0) continue
      const from = x
      while (x < size && modules.get(y, x) !== 0) x += 1
      path += `M${from + quietZone} ${y + quietZone}h${x - from}v1h${from - x}z`
    }
  }
  return { size: size + 2 * quietZone, path }
}
