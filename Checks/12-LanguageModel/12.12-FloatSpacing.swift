import Exercises12
import Practice
import Solutions12

let spacingFromBits = Check(
    "12.12",
    answer("spacingFromBits(of:)", Exercises12.spacingFromBits(of:), Solutions12.spacingFromBits(of:))
) { spacingFromBits in
    let cases: [(x: Float, spacing: Float)] = [
        (1, 0x1p-23), (-1024, 0x1p-13), (0, 0x1p-149), (-0.0, 0x1p-149), (1_000_000, 0.0625), (1e9, 64),
        (16_777_216, 2), (16_777_215, 1), (0.5, 0x1p-24), (1.99, 0x1p-23), (2, 0x1p-22), (0x1p-126, 0x1p-149),
        (0x1p-127, 0x1p-149), (0x1p-125, 0x1p-148), (.greatestFiniteMagnitude, 0x1p104), (-3e-39, 0x1p-149),
    ]
    for (x, spacing) in cases { try expectEqual(spacingFromBits(x), spacing) }
    for x in [Float.infinity, -.infinity, .nan] {
        try expect(spacingFromBits(x), "NaN") { $0.isNaN }
    }
}
