import Common

/// What the colours of pictures mean: a bar with the smallest number at its foot and the largest at its top.
public struct ColourScale: Sendable {
    public var range: ClosedRange<Double>
    public var colours: ColourMap

    public init(_ range: ClosedRange<Float>, _ colours: ColourMap) {
        (self.range, self.colours) = (Double(range.lowerBound)...Double(range.upperBound), colours)
    }

    /// The numbers beside the bar, from the top: both ends and the middle.
    private var labels: [String] {
        let middle = (range.lowerBound + range.upperBound) / 2
        return [range.upperBound, middle, range.lowerBound].map { $0.significant(2) }
    }

    /// The bar with its numbers, `height` pixels high.
    func raster(height: Int) -> Raster {
        let (bar, gap, text) = (16, 6, 11)
        let width = bar + gap + (labels.map { Raster.textWidth($0, height: text) }.max() ?? 0) + 2
        var picture = Raster(width: width, height: height, fill: .white)
        picture.fill(x: 0..<bar, y: 0..<height, Colour(grey: 205))
        for y in 1..<height - 1 {
            picture.fill(x: 1..<bar - 1, y: y..<y + 1, colours(1 - (Double(y) - 1) / Double(height - 3)))
        }
        for (label, y) in zip(labels, [0, (height - text) / 2, height - text]) {
            picture.draw(label, x: bar + gap, y: y, height: text, colour: Colour(grey: 40))
        }
        return picture
    }

    /// The same as a line of text: `-0.12 ████ 0.12`
    func terminal(_ style: TerminalStyle) -> String {
        if style.isPlain { return "from \(labels[2]) to \(labels[0])" }
        let bar = (0..<24).map { style.paint("█", colours(Double($0) / 23)) }.joined()
        return "\(labels[2]) \(bar) \(labels[0])"
    }
}
