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

    /// A list of what colours mean.
    public init(legend entries: [(name: String, colour: Colour)]) {
        let (line, height) = (20, 11)
        let widest = entries.map { Raster.textWidth($0.name, height: height) }.max() ?? 0
        self.init(width: 36 + widest, height: 8 + line * max(1, entries.count), fill: .white)
        for (row, entry) in entries.enumerated() {
            fill(x: 4..<20, y: 4 + line * row..<18 + line * row, entry.colour)
            draw(entry.name, x: 26, y: 6 + line * row, height: height)
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

    public func drawn(_ value: Mask, on picture: Raster, isPrediction: Bool) -> Raster { picture.painted(value, colours) }
}
