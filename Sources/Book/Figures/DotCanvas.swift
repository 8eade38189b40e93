/// A drawing made of characters: braille has 2 × 4 dots in each, plain text one letter.
struct DotCanvas {
    let columns: Int, rows: Int
    let isBraille: Bool
    private var dots: [UInt8]
    private var inks: [Int?]
    private var letters: [Character?]

    init(columns: Int, rows: Int, isBraille: Bool) {
        (self.columns, self.rows, self.isBraille) = (columns, rows, isBraille)
        dots = .init(repeating: 0, count: columns * rows)
        inks = .init(repeating: nil, count: columns * rows)
        letters = .init(repeating: nil, count: columns * rows)
    }

    /// The size in dots.
    var width: Int { columns * (isBraille ? 2 : 1) }
    var height: Int { rows * (isBraille ? 4 : 1) }

    /// The dots of a braille character are numbered down the left column, down the right one, then
    /// the two of the row that was added last.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// Sets the dot at `spot`, which lies in the square from 0 to 1.
    mutating func dot(_ spot: Spot, ink: Int) {
        let (x, y) = place(spot)
        set(x, y, ink)
    }

    /// A letter in the character at `spot`, over all dots.
    mutating func letter(_ letter: Character, _ spot: Spot, ink: Int) {
        let (x, y) = place(spot)
        let cell = y / (isBraille ? 4 : 1) * columns + x / (isBraille ? 2 : 1)
        (letters[cell], inks[cell]) = (letter, ink)
    }

    mutating func line(_ from: Spot, _ to: Spot, ink: Int, dashed: Bool = false) {
        let (x0, y0) = place(from)
        let (x1, y1) = place(to)
        let steps = max(1, abs(x1 - x0), abs(y1 - y0))
        for i in 0...steps where !dashed || (x0 + y0 + i) % 4 < 2 {
            let t = Double(i) / Double(steps)
            set(x0 + Int((Double(x1 - x0) * t).rounded()), y0 + Int((Double(y1 - y0) * t).rounded()), ink)
        }
    }

    mutating func box(_ low: Spot, _ high: Spot, ink: Int) {
        let (x0, y1) = place(low)
        let (x1, y0) = place(high)
        for y in y0...y1 {
            for x in x0...max(x0, x1 - 1) { set(x, y, ink) }
        }
    }

    private func place(_ spot: Spot) -> (Int, Int) {
        (Int((spot.x * Double(width - 1)).rounded()), Int(((1 - spot.y) * Double(height - 1)).rounded()))
    }

    private mutating func set(_ x: Int, _ y: Int, _ ink: Int) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        let cell = isBraille ? y / 4 * columns + x / 2 : y * columns + x
        dots[cell] |= isBraille ? Self.bits[y % 4][x % 2] : 1
        inks[cell] = ink
    }

    /// Which character a plain cell gets for each ink, and the colours of the others.
    func line(_ row: Int, _ style: TerminalStyle, colours: [Colour], letters symbols: [Character]) -> String {
        var text = ""
        var run = ""
        var runInk: Int?
        func painted() -> String { style.paint(run, runInk.map { colours[$0] }) }
        for cell in row * columns..<(row + 1) * columns {
            if inks[cell] != runInk {
                text += painted()
                (run, runInk) = ("", inks[cell])
            }
            run.append(character(cell, symbols))
        }
        return text + painted()
    }

    private func character(_ cell: Int, _ symbols: [Character]) -> Character {
        guard let ink = inks[cell] else { return " " }
        if let letter = letters[cell] { return letter }
        return isBraille ? Character(Unicode.Scalar(0x2800 + UInt32(dots[cell]))!) : symbols[ink]
    }
}
