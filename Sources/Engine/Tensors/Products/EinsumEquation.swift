// # The language of einsum, and how it is read
//
//     ij,jk->ik      two operands with axes i, j and j, k; the result has axes i, k
//     ij,jk          the same: without an arrow, the result has what occurs once, in alphabetical order
//     ii->           a repeated letter takes the diagonal; one missing from the result is summed over
//     ...ij->...ji   any axes before the named ones: batches, which broadcast
//
// A letter stands for one length. An axis of length 1 is stretched only under "...": where a letter is 1 in one operand
// and 5 in another, an axis is usually not the one that was meant. (PyTorch stretches it.)

/// An equation of einsum: which letters name the axes of the operands and of the result.
struct EinsumEquation {
    /// For every operand, a letter for each of its axes.
    private(set) var operands: [[Character]]
    private(set) var result: [Character]
    /// The length of every letter's axis.
    private(set) var lengths: [Character: Int] = [:]

    /// The letter for axis k of those that "..." hides.
    private static func hidden(_ k: Int) -> Character { Character(Unicode.Scalar(UInt32(0xE000 + k))!) }

    /// Reads an equation for operands of the given shapes; what does not fit stops the program.
    init(_ equation: String, _ shapes: [[Int]]) {
        let name = "einsum \"\(equation)\""
        let sides = equation.filter { $0 != " " }.replacing("...", with: "…").split(
            separator: "->", omittingEmptySubsequences: false)
        let inputs = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
        require(sides.count <= 2, name, "there are \(sides.count - 1) arrows", try: "one: ij,jk->ik")
        require(
            inputs.count == shapes.count, name,
            "it describes \(inputs.count) operand\(inputs.count == 1 ? "" : "s"), "
                + "but there \(shapes.count == 1 ? "is" : "are") \(shapes.count)")
        for letters in inputs + sides.dropFirst().map(Array.init) { EinsumEquation.check(letters, name) }

        let hiddenCounts = zip(inputs, shapes).map { $0.contains("…") ? $1.count - $0.count + 1 : 0 }
        let hiddenCount = hiddenCounts.max() ?? 0
        func spelled(_ letters: [Character], _ count: Int) -> [Character] {
            letters.flatMap { $0 == "…" ? (hiddenCount - count..<hiddenCount).map(EinsumEquation.hidden) : [$0] }
        }
        for (number, letters) in inputs.enumerated() {
            let named = letters.count - (letters.contains("…") ? 1 : 0)
            require(
                letters.contains("…") ? hiddenCounts[number] >= 0 : named == shapes[number].count, name,
                "\"\(String(letters))\" names \(named) \(named == 1 ? "axis" : "axes"), "
                    + "but operand \(number) is \(shapes[number])",
                try: "a letter for every axis\(letters.contains("…") ? "" : ", or ... for those in front")")
        }
        operands = zip(inputs, hiddenCounts).map(spelled)
        result =
            sides.count == 2
            ? spelled(Array(sides[1]), sides[1].contains("…") ? hiddenCount : 0)
            : (0..<hiddenCount).map(EinsumEquation.hidden) + EinsumEquation.occurringOnce(inputs.flatMap { $0 })
        measure(shapes, name)
        checkResult(name)
    }

    private static func check(_ letters: [Character], _ name: String) {
        let odd = letters.first { !($0.isLetter && $0.isASCII) && $0 != "…" }
        require(
            odd == nil, name, "\"\(odd!)\" is not a letter", try: "one letter for each axis, and ... for any in front")
        require(letters.count { $0 == "…" } <= 1, name, "\"...\" occurs twice in \"\(String(letters))\"")
    }

    private static func occurringOnce(_ letters: [Character]) -> [Character] {
        Set(letters).filter { letter in letter != "…" && letters.count { $0 == letter } == 1 }.sorted()
    }

    /// Records the length of every letter's axis; hidden axes of length 1 match any other length.
    private mutating func measure(_ shapes: [[Int]], _ name: String) {
        var seen: [Character: Int] = [:]
        for (number, letters) in operands.enumerated() {
            for (letter, length) in zip(letters, shapes[number]) {
                let known = lengths[letter] ?? length
                let stretches = !letter.isASCII && (known == 1 || length == 1)
                require(
                    known == length || stretches, name,
                    "\(letter.isASCII ? "\(letter)" : "an axis of ...") is \(known) in operand \(seen[letter]!) "
                        + "\(shapes[seen[letter]!]) and \(length) in operand \(number) \(shapes[number])",
                    try: known == 1 || length == 1 ? "expanded(to:), if the axis of length 1 is to be repeated" : nil)
                if lengths[letter] == nil || known == 1 { (lengths[letter], seen[letter]) = (length, number) }
            }
        }
    }

    private func checkResult(_ name: String) {
        for letter in result {
            require(lengths[letter] != nil, name, "\(letter) of the result occurs in no operand")
            require(result.count { $0 == letter } == 1, name, "\(letter) occurs twice in the result")
        }
    }
}
