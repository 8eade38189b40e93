// Cameras store what the sensor saw, and note how the camera was held. A picture is upright only after it was turned.

import Kernels

/// How a stored picture has to be turned or mirrored to be upright: the eight ways of EXIF, by their numbers.
package enum Orientation: Int, CaseIterable, Sendable {
    case upright = 1
    case mirrored, halfTurn, flipped
    /// Rows become columns.
    case transposed
    /// The stored picture is turned to the right, by 90°.
    case turnedRight
    /// Rows become columns, along the other diagonal.
    case transversed
    /// The stored picture is turned to the left, by 90°.
    case turnedLeft

    /// Whether the height of the stored picture is the width of the upright one.
    package var swapsAxes: Bool { rawValue >= 5 }

    /// What an EXIF segment says; nil when it is none, says nothing, or says something impossible.
    ///
    /// After "Exif" and two zeros comes a small TIFF file: "II" or "MM" for its byte order, 42, the place of the first
    /// directory. That has entries of twelve bytes: tag, type, count, value. The orientation has the tag 0x112 and
    /// is a number of two bytes (type 3).
    init?(exif segment: UnsafeRawBufferPointer) {
        guard segment.count >= 14, segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = UnsafeRawBufferPointer(rebasing: segment[6...])
        guard tiff[0] == tiff[1], [0x49, 0x4D].contains(tiff[0]) else { return nil }
        let isLittle = tiff[0] == 0x49
        func number(_ place: Int, bytes: Int = 2) -> Int? {
            guard place >= 0, place + bytes <= tiff.count else { return nil }
            return (0..<bytes).reduce(0) { $0 << 8 | Int(tiff[place + (isLittle ? bytes - 1 - $1 : $1)]) }
        }
        guard number(2) == 42, let directory = number(4, bytes: 4), let count = number(directory) else { return nil }
        for entry in (0..<count).lazy.map({ directory + 2 + 12 * $0 }) {
            guard let tag = number(entry) else { return nil }
            if tag == 0x112 {
                guard number(entry + 2) == 3, let value = number(entry + 8) else { return nil }
                self.init(rawValue: value)
                return
            }
        }
        return nil
    }

    /// The segment that says so, from its marker on.
    var segment: [UInt8] {
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(rawValue), 0, 0]
        let tiff = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] + entry + [0, 0, 0, 0]
        return [0xFF, 0xE1, 0, UInt8(2 + 6 + tiff.count)] + Array("Exif\0\0".utf8) + tiff
    }

    /// The picture turned upright.
    /// - Parameters:
    ///   - stored: height × width × channels bytes.
    ///   - size: height and width as stored.
    ///   - upright: as many bytes; height and width change places where `swapsAxes`.
    func turn(
        _ stored: UnsafePointer<UInt8>, _ size: Size2D, channels: Int, into upright: UnsafeMutablePointer<UInt8>
    ) {
        let (down, right) = (size.width * channels, channels)
        let (lastRow, lastColumn) = ((size.height - 1) * down, (size.width - 1) * right)
        // Where the upright picture begins in the stored one, and what a step down and a step to the right are there.
        let (start, stepDown, stepRight) =
            switch self {
            case .upright: (0, down, right)
            case .mirrored: (lastColumn, down, -right)
            case .halfTurn: (lastRow + lastColumn, -down, -right)
            case .flipped: (lastRow, -down, right)
            case .transposed: (0, right, down)
            case .turnedRight: (lastRow, right, -down)
            case .transversed: (lastRow + lastColumn, -right, -down)
            case .turnedLeft: (lastColumn, -right, down)
            }
        let (height, width) = swapsAxes ? (size.width, size.height) : (size.height, size.width)
        var target = upright
        for y in 0..<height {
            var source = stored + start + y * stepDown
            for _ in 0..<width {
                for channel in 0..<channels { target[channel] = source[channel] }
                target += channels
                source += stepRight
            }
        }
    }
}
