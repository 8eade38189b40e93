// # Never the same picture twice
//
// Section 21.10 · After this page you have answered another question that the book leaves to its readers: what comes of
// training on pictures that are cropped at random?

import Figures
import Layers
import Notebook
import Tensors
import Training

// A picture that is another one each time cannot be learned by heart. Section 21.3 has the transform for that,
// `RandomCrop`: with a margin of 4 and a crop of 32, a picture can stand at 9 · 9 = 81 places. The loop is the one of
// `train`, with two lines more, which crop every picture of a batch anew. (The margin is 0 in normalized numbers, which
// is the mean colour.)

/// Trains a net on pictures [n, 3072] that are cropped anew whenever they are used.
public func trainOnCrops(
    _ net: any Layer<Tensor, Tensor>, on set: FlatPictures, crop: RandomCrop, epochs: Int, rate: Float,
    using random: inout some RandomNumberGenerator
) throws {
    let loader = DataLoader(set, batchSize: 64, shuffledUsing: &random)
    let optimizer = SGD(net.parameters, learningRate: rate)
    for _ in 0..<epochs {
        for (x, labels) in loader {
            let pictures = x.reshaped(-1, 3, 32, 32)
            let crops = Tensor.stack(try (0..<labels.count).map { try crop(pictures[$0]) })
            learn(crops, labels, net, optimizer, loss: crossEntropy)
        }
    }
}

extension BirdsAndAirplanes {
    func trainingOnCrops() throws {
        // The same net on the same pictures, as they are and cropped. Both are then asked about the pictures as they
        // are, those that they have learned from and others:
        let (pictures, others) = (try flatTrain(perClass: run.size(quick: 40, usual: 1000, full: 5000)), try flatValid)
        let epochs = run.size(quick: 1, usual: 25, full: 60)
        let kinds = ["as they are", "cropped"]
        let results = try kinds.map { kind in
            try run.overSeeds(run.size(quick: 1, usual: 3)) { random -> (learned: Float, checked: Float) in
                let net = shallowNet(features: 64, using: &random)
                let margin = kind == "cropped" ? 4 : 0
                let crop = RandomCrop(32, padding: margin, using: RandomStream(seed: random.next()))
                try trainOnCrops(net, on: pictures, crop: crop, epochs: epochs, rate: 0.1, using: &random)
                return (accuracy(net, pictures), accuracy(net, others))
            }
        }
        var table = TextTable(["pictures", "training", "validation", "gap"], decimals: 3)
        for (kind, runs) in zip(kinds, results) {
            let (learned, checked) = (Spread(runs.map(\.learned)), Spread(runs.map(\.checked)))
            table.add(kind, learned, checked, learned.mean - checked.mean)
        }
        let gaps = results.map { runs in Spread(runs.map { $0.learned - $0.checked }).mean }
        show(
            table, "After the same training on \(pictures.count) pictures of \(dataName)",
            predict: .choice(
                "For which of the two is the gap between learned pictures and others smaller?", kinds,
                answer: gaps[0] < gaps[1] ? kinds[0] : kinds[1]))
        for (kind, runs) in zip(["plain", "cropped"], results) {
            record("\(kind)/accuracy-on-what-it-learned", over: runs.map(\.learned))
            record("\(kind)/accuracy", over: runs.map(\.checked))
        }
        show(
            Spread(results[1].map(\.checked)).mean > Spread(results[0].map(\.checked)).mean
                ? "Crops have made the net better on pictures that it has not seen."
                : "Crops have not made the net better on pictures that it has not seen.")

        // A net that sees crops cannot lean on single pixels at fixed places. It learns more slowly, needs more epochs,
        // and knows its own pictures less well. A narrow gap is no merit in itself, though. What counts is the accuracy
        // on other pictures.
    }
}
