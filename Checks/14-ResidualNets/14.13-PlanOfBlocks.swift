import Exercises14
import Practice
import Solutions14

let blocksInOrder = Check(
    "14.13", answer("planOfBlocks(_:sizes:)", Exercises14.planOfBlocks(_:sizes:), Solutions14.planOfBlocks(_:sizes:))
) { planOfBlocks in
    for (blocks, sizes, expected) in [
        ([2, 2], [64, 64, 128], [[64, 64, 1], [64, 64, 1], [64, 128, 2], [128, 128, 1]]),
        (
            [1, 1, 1, 1], [64, 256, 512, 1024, 2048],
            [[64, 256, 1], [256, 512, 2], [512, 1024, 2], [1024, 2048, 2]]
        ),
        ([3], [8, 16], [[8, 16, 1], [16, 16, 1], [16, 16, 1]]),
        ([0, 2, 0, 1], [4, 5, 6, 7, 8], [[4, 6, 2], [6, 6, 1], [6, 8, 2]]),
        ([], [64], []),
    ] as [([Int], [Int], [[Int]])] {
        let found = try planOfBlocks(blocks, sizes)
        try expectEqual(found.its("as lists") { plan in plan.map { [$0.channels, $0.filters, $0.stride] } }, expected)
    }
}
