import Exercises13
import Practice
import Solutions13

let smithsCycle = Check(
    "13.21",
    answer("smithsCycle(batches:peak:)", Exercises13.smithsCycle(batches:peak:), Solutions13.smithsCycle(batches:peak:))
) { cycle in
    let found = try cycle(20, 0.1)
    try expectEqual(found.its("number of batches", \.count), 20)
    for (batch, rate, momentum) in [
        (0, 0.01, 0.95), (3, 0.04, 0.9166667), (9, 0.1, 0.85), (12, 0.07, 0.8833333), (18, 0.01, 0.95),
        (19, 0.00505, 0.95),
    ] {
        try expectClose(found.its("rate of batch \(batch)") { $0[batch].rate }, rate)
        try expectClose(found.its("momentum of batch \(batch)") { $0[batch].momentum }, momentum)
    }
    let large = try cycle(1000, 3)
    try expectClose(large.its("highest rate") { $0.map(\.rate).max() ?? 0 }, 3)
    try expectClose(large.its("rate of the last batch") { $0[999].rate }, 0.00597)
    try expectClose(large.its("lowest momentum") { $0.map(\.momentum).min() ?? 0 }, 0.85)
    try expectEqual(cycle(0, 1).its("number of batches", \.count), 0)
    try expectClose(cycle(1, 2).its("rates") { $0.map(\.rate) }, [0.2])
}
