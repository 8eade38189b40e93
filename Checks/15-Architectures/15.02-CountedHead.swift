import Chapter15
import Exercises15
import Practice
import Solutions15
import Tensors

let countedHead = Check(
    "15.2",
    answer(
        "headNumbers(maps:outputs:hidden:concatPool:bnFinal:)",
        Exercises15.headNumbers(maps:outputs:hidden:concatPool:bnFinal:),
        Solutions15.headNumbers(maps:outputs:hidden:concatPool:bnFinal:))
) { count in
    try expectEqual(count(10, 2, [512], true, false), 12_328)
    var random = SplitMix64(seed: 1502)
    for (maps, outputs, hidden, concat, final) in [
        (10, 2, [], false, false), (7, 5, [], true, true), (16, 3, [8, 4], true, false), (1, 1, [1], false, true),
        (3, 2, [64, 32, 16], false, true),
    ] as [(Int, Int, [Int], Bool, Bool)] {
        let head = createHead(
            concat ? 2 * maps : maps, outputs, hidden: hidden, concatPool: concat, bnFinal: final, using: &random)
        try expectEqual(count(maps, outputs, hidden, concat, final), head.parameterCount)
    }
    for (maps, outputs, hidden) in [(0, 2, [512]), (10, 0, []), (10, 2, [512, 0])] as [(Int, Int, [Int])] {
        try expectEqual(count(maps, outputs, hidden, true, false), nil)
    }
}
