/// Numbers between -1 and 1 that look random and are the same everywhere.
func noise(_ count: Int, seed: UInt32 = 1) -> [Float] {
    var state = seed &* 747_796_405 &+ 2_891_336_453
    return (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return Float(Int32(bitPattern: state)) * 0x1p-31
    }
}

/// A fingerprint of the exact bits of some floats.
func fingerprint(_ x: [Float]) -> UInt64 {
    x.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1.bitPattern)) &* 1_099_511_628_211 }
}
