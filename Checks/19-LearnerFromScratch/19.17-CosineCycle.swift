import Exercises19
import Practice
import Solutions19
import Training

let cosineCycle = Check(
    "19.17",
    answer("cosineCycle(done:highest:)", Exercises19.cosineCycle(done:highest:), Solutions19.cosineCycle(done:highest:))
) { cycle in
    for highest in [0.1, 3] {
        let (rate, momentum) = (Schedule.oneCycle(Float(highest)), Schedule.oneCycleMomentum())
        for done in [0, 0.1, 0.125, 0.249, 0.25, 0.251, 0.4, 0.625, 0.9, 0.999, 1, -0.5, 1.5] {
            let found = try cycle(done, highest)
            try expectClose(found.its("rate", \.rate), Double(rate(done)), tolerance: 1e-6)
            try expectClose(found.its("momentum", \.momentum), Double(momentum(done)), tolerance: 1e-6)
        }
    }
    try expectClose(cycle(0, 0.1).its("rate", \.rate), 0.004)
    try expectClose(cycle(0.25, 0.1).its("rate", \.rate), 0.1)
    try expectClose(cycle(0.25, 0.1).its("momentum", \.momentum), 0.85)
    try expectClose(cycle(0.625, 0.1).its("rate", \.rate), 0.0500005)
}
