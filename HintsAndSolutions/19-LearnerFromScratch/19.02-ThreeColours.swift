// Nudge: Where does each pixel begin, and which of its bytes make its three colours?
// Idea: Pixels begin at 0, `mode.channels`, 2 · `mode.channels` and so on: that is a `stride`. For each of them, a
//   `switch` over the mode gives three bytes, and `flatMap` puts them in a row.
// Almost: Grey of both kinds gives its first byte three times, RGB and RGBA give the first three bytes. In a palette,
//   colour p is at the places 3 · p to 3 · p + 2. Compute them as `Int`: a byte cannot hold 3 · 100.

import Chapter19

public func threeColours(_ bytes: [UInt8], mode: PictureHeader.Mode, palette: [UInt8]) throws -> [UInt8] {
    stride(from: 0, to: bytes.count, by: mode.channels).flatMap { start -> [UInt8] in
        switch mode {
        case .grey, .greyAlpha: return [bytes[start], bytes[start], bytes[start]]
        case .rgb, .rgba: return Array(bytes[start..<start + 3])
        case .palette:
            let place = 3 * Int(bytes[start])
            return place + 3 <= palette.count ? Array(palette[place..<place + 3]) : [0, 0, 0]
        }
    }
}
