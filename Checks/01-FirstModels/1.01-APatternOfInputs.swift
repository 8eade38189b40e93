import Chapter01
import Exercises01
import Practice
import Solutions01

let patternNeuron = Check(
    "1.1",
    answer(
        "neuron(for:atLeast:)", Exercises01.neuron(for:atLeast:), Solutions01.neuron(for:atLeast:))
) { neuron in
    let patterns: [[Bool]] = [[true, true], [false], [true, false, true], [false, false, true, true, false], []]
    for pattern in patterns {
        for count in 0...pattern.count + 1 {
            let found = try neuron(pattern, count)
            try expectEqual(found.its("number of weights") { $0.weights.count }, pattern.count)
            for code in 0..<1 << pattern.count {
                let inputs = pattern.indices.map { Double(code >> $0 & 1) }
                let agree = zip(pattern, inputs).count { $0 == ($1 == 1) }
                let answer = thresholdNeuron(inputs, weights: found.value.weights, threshold: found.value.threshold)
                try expectEqual(
                    Found("\(found.call), with the inputs \(inputs.map { Int($0) }), of which \(agree) agree", answer),
                    agree >= count ? 1 : 0)
            }
        }
    }
}
