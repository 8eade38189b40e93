// The different texts of a column, found by their bytes: a text is made of them once only, however often it occurs.

/// Numbers texts in the order in which they first appear.
struct CSVLevels {
    /// Texts one after the other, and where each begins.
    private var bytes: [UInt8] = []
    private var starts = [0]
    private var hashes: [UInt64] = []
    /// A hash table: the numbers of the texts, each at the place that its hash says or, if that was taken, at one of
    /// the next.
    private var slots = [Int32](repeating: -1, count: 16)
    private var last: Int32 = -1

    var count: Int { starts.count - 1 }

    /// Gives back what only numbering needs, when there is nothing more to number.
    mutating func finish() { (hashes, slots) = ([], []) }

    func text(_ number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

    /// The number of a text.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        // Neighbouring rows are often alike.
        if last >= 0, isEqual(Int(last), text) { return last }
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isEqual(number, text) {
                last = slots[slot]
                return last
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        last = Int32(count)
        slots[slot] = last
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        hashes.append(hash)
        if count * 2 > slots.count { grow() }
        return last
    }

    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (start, end) = (starts[number], starts[number + 1])
        guard end - start == text.count else { return false }
        for index in 0..<text.count where bytes[start + index] != text[index] { return false }
        return true
    }

    /// FNV-1a, with its bits mixed once more at the end.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
