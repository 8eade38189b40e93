// Nudge: Begin with what makes everything else safe: is the checksum right? After that, the file may still be wrong,
//   for anybody can compute a checksum of nonsense.
// Idea: A small function that takes the next n bytes, or says that there are not so many, is half of the work. When all
//   kinds have been read, exactly nothing may be left.
// Almost: `func next(_ n: Int) -> ArraySlice<UInt8>?` with a `place` that moves on. Four bytes b become
//   `b.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }`, and a weight is `Float(bitPattern:)` of that.
//   `String(validating: name, as: UTF8.self)` is nil for bytes that are not UTF-8.

public func model(in bytes: [UInt8]) throws -> [String: [Float]]? {
    guard bytes.count >= 9 else { return nil }
    let (content, end) = (bytes.dropLast(4), bytes.suffix(4))
    func number(_ four: ArraySlice<UInt8>) -> UInt32 { four.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    guard content.reduce(2_166_136_261 as UInt32, { ($0 ^ UInt32($1)) &* 16_777_619 }) == number(end) else {
        return nil
    }
    var place = 0
    func next(_ count: Int) -> ArraySlice<UInt8>? {
        guard place + count <= content.count else { return nil }
        defer { place += count }
        return content[place..<(place + count)]
    }
    guard next(3).map(Array.init) == [0x42, 0x4D, 1], let counts = next(2).map(Array.init), counts.min()! > 0 else {
        return nil
    }
    var model: [String: [Float]] = [:]
    for _ in 0..<counts[0] {
        guard let length = next(1)?.first, length > 0, let name = next(Int(length)),
            let kind = String(validating: name, as: UTF8.self), model[kind] == nil
        else { return nil }
        var weights: [Float] = []
        for _ in 0..<counts[1] {
            guard let four = next(4) else { return nil }
            weights.append(Float(bitPattern: number(four)))
        }
        guard weights.allSatisfy(\.isFinite) else { return nil }
        model[kind] = weights
    }
    return place == content.count ? model : nil
}
