import Tensors

/// An image in memory: rows from top to bottom, pixels from left to right, 1 byte (grey) or
/// 3 bytes (red, green, blue) per pixel.
///
/// ```swift
/// let image = try Raster(png: URL(fileURLWithPath: "three.png"))
/// print(image.terminal(.detect()))
/// ```
public struct Raster: Sendable, Equatable {
    public let width: Int, height: Int
    /// 1 (grey) or 3 (red, green, blue).
    public let channels: Int
    /// `height · width · channels` bytes.
    public private(set) var pixels: [UInt8]

    public init(
        width: Int, height: Int, channels: Int = 1, pixels: [UInt8]
    ) {
        guard width > 0, height > 0, channels == 1 || channels == 3 else {
            stop(
                "Raster of \(width) × \(height) pixels with \(channels) channels",
                "sizes are at least 1, channels 1 or 3")
        }
        guard pixels.count == width * height * channels else {
            stop(
                "Raster of \(width) × \(height) × \(channels)",
                "it needs \(width * height * channels) bytes, not \(pixels.count)")
        }
        (self.width, self.height, self.channels, self.pixels) = (width, height, channels, pixels)
    }

    /// A colour image of one colour.
    public init(width: Int, height: Int, fill colour: Colour) {
        let pixel = [colour.red, colour.green, colour.blue]
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, width * height * 3)) { buffer, count in
            for i in buffer.indices { buffer.initializeElement(at: i, to: pixel[i % 3]) }
            count = buffer.count
        }
        self.init(width: width, height: height, channels: 3, pixels: bytes)
    }

    /// The colour of the pixel in column `x` of row `y`. In a grey image, setting keeps only the brightness.
    public subscript(x: Int, y: Int) -> Colour {
        get {
            let i = (y * width + x) * channels
            return channels == 1 ? Colour(grey: pixels[i]) : Colour(pixels[i], pixels[i + 1], pixels[i + 2])
        }
        set {
            let i = (y * width + x) * channels
            if channels == 1 {
                pixels[i] = newValue.brightness
            } else {
                (pixels[i], pixels[i + 1], pixels[i + 2]) = (newValue.red, newValue.green, newValue.blue)
            }
        }
    }

    /// Every pixel becomes a square of `factor` × `factor` pixels.
    public func scaled(by factor: Int) -> Raster {
        resized(width: width * factor, height: height * factor)
    }

    /// Another size. Enlarging repeats pixels, so that they stay visible; shrinking averages them.
    public func resized(width newWidth: Int, height newHeight: Int) -> Raster {
        if newWidth == width, newHeight == height { return self }
        var bytes = [UInt8]()
        bytes.reserveCapacity(newWidth * newHeight * channels)
        for y in 0..<newHeight {
            let rows = sources(of: y, in: newHeight, from: height)
            for x in 0..<newWidth {
                let columns = sources(of: x, in: newWidth, from: width)
                for c in 0..<channels { bytes.append(average(rows, columns, channel: c)) }
            }
        }
        return Raster(width: newWidth, height: newHeight, channels: channels, pixels: bytes)
    }

    /// The old pixels along one axis that new pixel `i` covers: at least one.
    private func sources(of i: Int, in newSize: Int, from oldSize: Int) -> Range<Int> {
        let first = i * oldSize / newSize
        return first..<max(first + 1, (i + 1) * oldSize / newSize)
    }

    private func average(_ rows: Range<Int>, _ columns: Range<Int>, channel: Int) -> UInt8 {
        var sum = 0
        for y in rows {
            for x in columns { sum += Int(pixels[(y * width + x) * channels + channel]) }
        }
        let count = rows.count * columns.count
        return UInt8((sum + count / 2) / count)
    }
}

// MARK: Drawing

extension Raster {
    /// Copies `image` with its top left corner to (x, y); what sticks out is cut off.
    public mutating func paste(_ image: Raster, x: Int, y: Int) {
        for row in 0..<image.height where (0..<height).contains(y + row) {
            for column in 0..<image.width where (0..<width).contains(x + column) {
                self[x + column, y + row] = image[column, row]
            }
        }
    }

    /// Fills a rectangle; what sticks out is cut off.
    public mutating func fill(x: Range<Int>, y: Range<Int>, _ colour: Colour) {
        for row in y.clamped(to: 0..<height) {
            for column in x.clamped(to: 0..<width) { self[column, row] = colour }
        }
    }
}
