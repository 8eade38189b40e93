// The different tokens of a corpus, each once: a hash table whose keys are next to each other in memory. A corpus of
// millions of tokens has some ten thousand different ones, so a token costs four bytes and not a string.

/// Numbers tokens by their first occurrence.
struct TokenTable: Sendable {
    /// All tokens, one behind the other, and where each ends.
    private var signs: Scalars = []
    private var ends: [Int] = [0]
    private var hashes: [UInt32] = []
    /// The number of a token, or -1, at the place that its hash says, or at the next free one after it.
    private var slots: [Int32] = Array(repeating: -1, count: 1024)

    var count: Int { hashes.count }
    var strings: [String] { (0..<count).map { String(scalars: signs[ends[$0]..<ends[$0 + 1]]) } }

    /// The scalars of a token.
    subscript(_ id: Int) -> ArraySlice<Unicode.Scalar> { signs[ends[id]..<ends[id + 1]] }

    /// The number of a token, which is new if the token is.
    mutating func id(of token: ArraySlice<Unicode.Scalar>) -> Int32 {
        token.withUnsafeBufferPointer { id(of: $0) }
    }

    private mutating func id(of token: UnsafeBufferPointer<Unicode.Scalar>) -> Int32 {
        var hash: UInt32 = 2_166_136_261
        for scalar in token { hash = (hash ^ scalar.value) &* 16_777_619 }
        hash ^= hash >> 15
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let id = Int(slots[slot])
            if hashes[id] == hash, isEqual(id, token) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count)
        signs.append(contentsOf: token)
        ends.append(signs.count)
        hashes.append(hash)
        if count > slots.count / 2 { grow() }
        return Int32(count - 1)
    }

    private func isEqual(_ id: Int, _ token: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
        let start = ends[id]
        guard ends[id + 1] - start == token.count else { return false }
        for place in 0..<token.count where signs[start + place] != token[place] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        for (id, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(id)
        }
    }
}
