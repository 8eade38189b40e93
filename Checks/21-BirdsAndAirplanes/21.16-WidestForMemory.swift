import Exercises21
import Practice
import Solutions21

let widestForMemory = Check(
    "21.16",
    answer(
        "widestFitting(inputs:outputs:bytes:momentum:)", Exercises21.widestFitting(inputs:outputs:bytes:momentum:),
        Solutions21.widestFitting(inputs:outputs:bytes:momentum:))
) { widestFitting in
    try expectEqual(widestFitting(3 * 1024 * 1024, 2, 1 << 30, false), 42)
    // The net of the chapter needs exactly so many bytes, and not one less.
    for (features, momentum) in [(512, false), (512, true), (1, false), (1, true)] {
        let bytes = (features * 3073 + features * 2 + 2) * 4 * (momentum ? 3 : 2)
        try expectEqual(widestFitting(3072, 2, bytes, momentum), features)
        try expectEqual(widestFitting(3072, 2, bytes - 1, momentum), features - 1)
    }
    let examples: [(inputs: Int, outputs: Int, bytes: Int, momentum: Bool, features: Int)] = [
        (1, 1, 0, false, 0), (1, 1, 31, false, 0), (1, 1, 32, false, 1), (1, 1, 47, true, 0), (1, 1, 48, true, 1),
        (10, 1000, 8000, false, 0), (10, 1000, 100, true, 0), (1, 1, .max, false, (Int.max / 8 - 1) / 3),
    ]
    for (inputs, outputs, bytes, momentum, features) in examples {
        try expectEqual(widestFitting(inputs, outputs, bytes, momentum), features)
    }
}
