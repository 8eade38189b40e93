import Exercises14
import Practice
import Solutions14

let ledgerOfConvolutions = Check(
    "14.11",
    answer(
        "ledger(of:channels:height:width:)", Exercises14.ledger(of:channels:height:width:),
        Solutions14.ledger(of:channels:height:width:))
) { ledger in
    let stem: [(filters: Int, kernel: Int, stride: Int)] = [(32, 3, 2), (32, 3, 1), (64, 3, 1)]
    let found = try ledger(stem, 3, 128, 128)
    try expectEqual(found.its("weights") { $0.weights }, [864, 9216, 18432])
    try expectEqual(found.its("multiplications") { $0.multiplications }, [3_538_944, 37_748_736, 75_497_472])
    let bottleneck = try ledger([(64, 1, 1), (64, 3, 1), (256, 1, 1)], 256, 32, 32)
    try expectEqual(bottleneck.its("weights") { $0.weights }, [16384, 36864, 16384])
    let odd = try ledger([(2, 5, 2), (3, 1, 2), (1, 3, 3)], 1, 7, 10)
    try expectEqual(odd.its("weights") { $0.weights }, [50, 6, 27])
    // 7 × 10 → 4 × 5 → 2 × 3 → 1 × 1
    try expectEqual(odd.its("multiplications") { $0.multiplications }, [1000, 36, 27])
    try expectEqual(ledger([], 3, 5, 5).its("weights") { $0.weights }, [])
}
