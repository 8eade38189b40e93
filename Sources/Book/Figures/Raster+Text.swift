// Text in pictures.

extension Raster {
    /// The width in pixels of `text` when its capital letters are `height` pixels high.
    public static func textWidth(_ text: String, height: Int) -> Int {
        let unit = Double(height) / 7
        let units = text.reduce(0) { $0 + Glyph.of($1).width + letterGap }
        return Int((Double(max(0, units - letterGap + 1)) * unit).rounded(.up))
    }

    /// Draws one line of text; (x, y) is the top left corner of its first capital letter.
    public mutating func draw(_ text: String, x: Int, y: Int, height: Int, colour: Colour = .black) {
        let unit = Double(height) / 7
        var left = Double(x) + unit / 2
        for character in text {
            let glyph = Glyph.of(character)
            draw(glyph, left, Double(y) + unit / 2, unit, colour)
            left += Double(glyph.width + letterGap) * unit
        }
    }

    /// Each pixel takes as much of the colour as the nearest stroke covers of it.
    private mutating func draw(_ glyph: Glyph, _ left: Double, _ top: Double, _ unit: Double, _ colour: Colour) {
        let radius = max(0.55, unit * 0.45)
        let rows = Int(top - unit - 1)..<Int(top + 9 * unit + 2)
        let columns = Int(left - unit - 1)..<Int(left + Double(glyph.width + 1) * unit + 2)
        for y in rows.clamped(to: 0..<height) {
            for x in columns.clamped(to: 0..<width) {
                let px = (Double(x) + 0.5 - left) / unit
                let py = (Double(y) + 0.5 - top) / unit
                let distance =
                    glyph.strokes.reduce(Double.infinity) { nearest, stroke in
                        min(nearest, squaredDistance(px, py, stroke.from, stroke.to))
                    }.squareRoot() * unit
                let cover = min(1, max(0, radius + 0.5 - distance))
                if cover > 0 { self[x, y] = self[x, y].mixed(with: colour, cover) }
            }
        }
    }

    /// Cuts text that is too wide and ends it with "…".
    static func truncated(_ text: String, height: Int, width: Int) -> String {
        guard textWidth(text, height: height) > width else { return text }
        var short = text
        while !short.isEmpty, textWidth(short + "…", height: height) > width { short.removeLast() }
        return short + "…"
    }
}

/// From the last column of one letter to the first of the next, in units of the font's grid.
private let letterGap = 2

private func squaredDistance(_ px: Double, _ py: Double, _ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> Double {
    let ax = Double(a.x)
    let ay = Double(a.y)
    let dx = Double(b.x) - ax
    let dy = Double(b.y) - ay
    let length = dx * dx + dy * dy
    let t = length == 0 ? 0 : min(1, max(0, ((px - ax) * dx + (py - ay) * dy) / length))
    let ex = px - ax - t * dx
    let ey = py - ay - t * dy
    return ex * ex + ey * ey
}
