// Masks on pictures, for people.

import Figures
import Tensors

extension Raster {
    /// The picture, of a mask's size or another, with the mask's classes painted over it.
    /// - Parameters:
    ///   - colours: one for each code; nil leaves the picture as it is.
    ///   - share: how much of the colour, from 0 to 1.
    public func painted(_ mask: Mask, _ colours: [Colour?], share: Double = 0.6) -> Raster {
        var picture = Raster(width: width, height: height, fill: .white)
        for y in 0..<height {
            for x in 0..<width {
                let code = Int(mask.codes[y * mask.height / height * mask.width + x * mask.width / width])
                let colour = code < colours.count ? colours[code] : nil
                picture[x, y] = colour.map { self[x, y].mixed(with: $0, share) } ?? self[x, y]
            }
        }
        return picture
    }

    /// A list of what colours mean; of more than six in two columns.
    public init(legend entries: [(name: String, colour: Colour)]) {
        let (line, height) = (20, 10)
        let column = 28 + (entries.map { Raster.textWidth($0.name, height: height) }.max() ?? 0)
        let columns = entries.count > 6 ? 2 : 1
        let rows = max(1, (entries.count + columns - 1) / columns)
        self.init(width: 4 + columns * column, height: 6 + line * rows, fill: .white)
        for (place, entry) in entries.enumerated() {
            let (x, y) = (4 + place / rows * column, 4 + line * (place % rows))
            fill(x: x..<x + 14, y: y..<y + 14, entry.colour)
            draw(entry.name, x: x + 19, y: y + 2, height: height)
        }
    }
}

extension MaskBlock {
    /// A colour for each code, as different as twenty colours can be; nil for a background.
    public var colours: [Colour?] {
        codes.enumerated().map { place, name in
            if name.lowercased() == "background" { return nil }
            if place == void { return .black }
            return MaskBlock.palette[place % MaskBlock.palette.count]
        }
    }

    private static let palette: [Colour] = [
        .sky, .vermilion, Colour(240, 228, 66), .purple, Colour(120, 94, 240), .green, .orange, .blue,
        Colour(220, 38, 127), Colour(120, 60, 20), Colour(170, 255, 195), Colour(250, 190, 212), Colour(0, 80, 60),
        Colour(128, 128, 0), Colour(70, 240, 240), Colour(128, 0, 0), Colour(145, 30, 180), Colour(210, 245, 60),
        Colour(0, 0, 117), Colour(169, 169, 169),
    ]

    /// What the colours mean.
    public var legend: Raster {
        Raster(legend: zip(codes, colours).compactMap { name, colour in colour.map { (name, $0) } })
    }

    public func drawn(_ value: Mask, on picture: Raster, isPrediction: Bool) -> Raster {
        picture.painted(value, colours)
    }
}
