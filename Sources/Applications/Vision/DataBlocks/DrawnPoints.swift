// Key points on pictures, for people.

import Figures
import Tensors

extension Raster {
    /// The picture with a dot at each point, in a thin black ring. A small picture is enlarged first, for dots need
    /// room.
    /// - Parameters:
    ///   - points: in pixels of their own size; they are brought to the picture's.
    ///   - radius: in pixels of a picture of about 240 pixels.
    public func dotted(_ points: KeyPoints, _ colour: Colour, radius: Double = 3.5) -> Raster {
        let factor = max(1, 240 / max(width, height))
        var picture = channels == 3 ? scaled(by: factor) : coloured.scaled(by: factor)
        let radius = radius * (points.points.count > 9 ? 0.6 : 1)
        for point in points.points {
            let (x, y) = (
                point.x / Double(points.size.width) * Double(picture.width),
                point.y / Double(points.size.height) * Double(picture.height)
            )
            guard abs(x) < 1e6, abs(y) < 1e6 else { continue }
            picture.disc(x, y, radius + 1, .black)
            picture.disc(x, y, radius, colour)
        }
        return picture
    }

    private var coloured: Raster {
        Raster(width: width, height: height, channels: 3, pixels: pixels.flatMap { [$0, $0, $0] })
    }

    private mutating func disc(_ x: Double, _ y: Double, _ radius: Double, _ colour: Colour) {
        let (left, right) = (Int((x - radius).rounded(.down)), Int((x + radius).rounded(.up)))
        let (top, bottom) = (Int((y - radius).rounded(.down)), Int((y + radius).rounded(.up)))
        for row in (top...bottom).clamped(to: 0...height) where row < height {
            for column in (left...right).clamped(to: 0...width) where column < width {
                let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
                if dx * dx + dy * dy <= radius * radius { self[column, row] = colour }
            }
        }
    }
}
