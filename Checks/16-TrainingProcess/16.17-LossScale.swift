import Exercises16
import Practice
import Solutions16

let lossScales = Check(
    "16.17",
    answer(
        "lossScales(start:patience:largest:overflows:)", Exercises16.lossScales(start:patience:largest:overflows:),
        Solutions16.lossScales(start:patience:largest:overflows:))
) { lossScales in
    func good(_ count: Int) -> [Bool] { Array(repeating: false, count: count) }
    try expectEqual(lossScales(512, 3, 4096, []), [])
    try expectEqual(lossScales(512, 3, 4096, good(8)), [512, 512, 512, 1024, 1024, 1024, 2048, 2048])
    try expectEqual(lossScales(1024, 10, 4096, [true, true, false, true, false]), [1024, 512, 256, 256, 128])
    // The overflow begins the counting anew.
    try expectEqual(
        lossScales(64, 3, 4096, good(2) + [true] + good(4)), [64, 64, 64, 32, 32, 32, 64])
    try expectEqual(lossScales(4, 1, 4096, [true, true, true, true, false, false]), [4, 2, 1, 1, 1, 2])
    try expectEqual(lossScales(64, 2, 128, good(7)), [64, 64, 128, 128, 128, 128, 128])
    try expectEqual(
        lossScales(128, 2, 128, good(3) + [true] + good(3)), [128, 128, 128, 128, 64, 64, 128])
    try expectEqual(lossScales(48, 2, 100, good(5)), [48, 48, 96, 96, 100])

    // Gradients of 1000, which are infinite beyond 65,504: the scale swings between 64 and 128.
    var overflows: [Bool] = []
    for batch in 0..<60 {
        let scales = try lossScales(0x1p24, 5, 0x1p24, overflows + [false])
        try expectEqual(scales.its("count", \.count), batch + 1)
        overflows.append(scales.value.last! * 1000 > 65_504)
    }
    let scales = try lossScales(0x1p24, 5, 0x1p24, overflows)
    try expectEqual(scales.its("scales after the first 20") { Set($0.dropFirst(20)) }, [64, 128])
    try expectEqual(scales.its("overflows after the first 20") { $0.dropFirst(20).count { $0 == 128 } }, 7)
}
