// Damage, as disks, transfers, editors and people with bad intentions do it to files. The same seed does the same
// damage.

import Tensors

/// Damages files.
struct Mutator {
    private var random: SplitMix64

    /// Every case has a stream of its own, so that it can be made again without those before it.
    init(seed: UInt64, case number: Int) {
        var mixer = SplitMix64(seed: seed)
        random = SplitMix64(seed: mixer.next() ^ (UInt64(number) &* 0xD134_2543_DE82_EF95))
    }

    /// One of the inputs with one to four faults; sometimes what it should have been.
    mutating func mutated(_ inputs: [[UInt8]]) -> [UInt8] {
        var bytes = inputs.randomElement(using: &random)!
        let faults = [0, 1, 1, 1, 2, 2, 3, 4].randomElement(using: &random)!
        for _ in 0..<faults { damage(&bytes, inputs) }
        return Array(bytes.prefix(Self.longest))
    }

    /// No input grows longer than this.
    static let longest = 1 << 16

    mutating func coin() -> Bool { Bool.random(using: &random) }

    private mutating func damage(_ bytes: inout [UInt8], _ inputs: [[UInt8]]) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: flipBits(&bytes)
        case 2: bytes.replaceSubrange(block(bytes), with: noise())
        case 3: bytes.insert(contentsOf: noise(), at: place(bytes))
        case 4: bytes.removeSubrange(block(bytes))
        case 5: bytes.insert(contentsOf: bytes[block(bytes)], at: place(bytes))
        case 6: bytes.removeLast(bytes.count - place(bytes))
        case 7: splice(&bytes, inputs)
        case 8: putNumber(&bytes)
        case 9: writeNumber(&bytes)
        case 10: bytes = withOtherLineEnds(bytes)
        default: bytes.insert(contentsOf: Self.oddities.randomElement(using: &random)!, at: place(bytes))
        }
    }

    private mutating func place(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

    /// A few bytes mostly, sometimes up to all of them.
    private mutating func block(_ bytes: [UInt8]) -> Range<Int> {
        let start = place(bytes)
        let length = Int.random(in: 0...(coin() ? 8 : coin() ? 64 : bytes.count), using: &random)
        return start..<min(bytes.count, start + length)
    }

    private mutating func noise() -> [UInt8] {
        let count = Int.random(in: 1...16, using: &random)
        if coin() { return [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: count) }
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    private mutating func flipBits(_ bytes: inout [UInt8]) {
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
    }

    /// The beginning of this input, the end of another.
    private mutating func splice(_ bytes: inout [UInt8], _ inputs: [[UInt8]]) {
        let other = inputs.randomElement(using: &random)!
        bytes = Array(bytes.prefix(place(bytes)) + other.dropFirst(place(other)))
    }

    private static let extremes: [Int64] = [
        0, 1, -1, 2, 127, 128, 255, 256, 65_535, 65_536, 1 << 31 - 1, 1 << 31, 1 << 32 - 1, 1 << 32, .max, .min,
    ]

    /// An extreme number in 1, 2, 4 or 8 bytes, either end first.
    private mutating func putNumber(_ bytes: inout [UInt8]) {
        let number = Self.extremes.randomElement(using: &random)!
        let width = [1, 2, 4, 8].randomElement(using: &random)!
        var digits = (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * Int64($0))) }
        if coin() { digits.reverse() }
        // Headers are where numbers matter.
        let start = coin() ? place(bytes) : min(place(bytes), Int.random(in: 0..<64, using: &random))
        bytes.replaceSubrange(start..<min(bytes.count, start + width), with: digits)
    }

    /// An extreme number in the place of one that is written in digits.
    private mutating func writeNumber(_ bytes: inout [UInt8]) {
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let starts = bytes.indices.filter { isDigit(bytes[$0]) && ($0 == 0 || !isDigit(bytes[$0 - 1])) }
        guard let start = starts.randomElement(using: &random) else { return putNumber(&bytes) }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        let odd = ["1e400", "-0.5", "1e18", "9223372036854775808", "007", "+1", "0x1F", "1e-400", "99999999999"]
        let number = coin() ? "\(Self.extremes.randomElement(using: &random)!)" : odd.randomElement(using: &random)!
        bytes.replaceSubrange(start..<end, with: number.utf8)
    }

    private mutating func withOtherLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        let end = ["\r\n", "\r", "\n\n", "\u{2028}", "\u{85}", ""].randomElement(using: &random)!
        return bytes.flatMap { $0 == UInt8(ascii: "\n") ? Array(end.utf8) : [$0] }
    }

    /// Marks that belong to the character before them, halves of characters, byte-order marks, ends of strings.
    private static let oddities: [[UInt8]] = [
        [0xCC, 0x81], [0xE2, 0x80, 0x8D], [0xEF, 0xBB, 0xBF], [0xFF], [0xC3], [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0], Array("🇩🇪".utf8), Array("é".utf8), Array("\u{600}".utf8), Array("\\ud800".utf8), Array("../".utf8),
        Array("\u{301}\n\u{301}".utf8), Array("/".utf8), Array("{".utf8), Array("}".utf8), Array("[[[[[[[[[[[[".utf8),
        Array("\"".utf8), Array("\"\"\"".utf8), Array("/*".utf8), Array("`".utf8), Array("\\(".utf8), Array("///".utf8),
        Array("// #hide\n".utf8), Array("@Test\n".utf8), Array("null".utf8), Array("\t".utf8), Array("   ".utf8),
        Array("#\"".utf8), Array("\n    }\n".utf8), Array(" · ".utf8),
    ]
}
