import Chapter01
import Exercises01
import Practice
import Solutions01

let oddOrEven = Check(
    "1.3", answer("parityNet(_:)", Exercises01.parityNet(_:), Solutions01.parityNet(_:))
) { parityNet in
    for count in 1...6 {
        let net = try parityNet(count)
        try expectEqual(net.its("number of thresholds") { $0.thresholds.count }, count)
        try expectEqual(net.its("number of weights") { $0.weights.count }, count)
        for code in 0..<1 << count {
            let inputs = (0..<count).map { Double(code >> $0 & 1) }
            let hidden = net.value.thresholds.map {
                Double(thresholdNeuron(inputs, weights: inputs.map { _ in 1 }, threshold: $0))
            }
            let answer = thresholdNeuron(hidden, weights: net.value.weights, threshold: 1)
            try expectEqual(
                Found("\(net.call), with the inputs \(inputs.map { Int($0) })", answer), code.nonzeroBitCount % 2)
        }
    }
}
