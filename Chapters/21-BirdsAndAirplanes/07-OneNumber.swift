// # One number for two classes
//
// Section 21.7 · After this page you can train a net to give the number of a class, and say why one does not do that.

import Figures
import Layers
import Notebook
import Tensors
import Training

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// What should a classifier give as its answer? A first idea: the labels are numbers, 0.0 for an airplane and 1.0 for a
// bird. So let the net have one output, and let the loss be the mean squared error between outputs and labels. This is
// *regression*, as if the kind of a thing were a quantity, like a temperature. The training loop is that of chapter 4,
// in the engine's `Learner`; section 21.10 writes the one of this chapter.

extension BirdsAndAirplanes {
    /// The outputs [n] of a net with one output, for the validation pictures, after a training as regression.
    var regressionOutputs: Tensor {
        get throws {
            try run.once {
                var random = run.random
                let net = shallowNet(features: 64, outputs: 1, using: &random)
                let loaders = DataLoaders(
                    DataLoader(try flatTrain, batchSize: 64, shuffledUsing: &random),
                    DataLoader(try flatValid, batchSize: 64))
                let learner = Learner(loaders, net, loss: { mseLoss($0.squeezed(-1), Tensor($1)) })
                try learner.fit(run.size(quick: 1, usual: 3, full: 10), learningRate: 0.01)
                return try noGrad { net(try flatValid.inputs).squeezed(-1) }
            }
        }
    }

    func classesAsQuantities() throws {
        // These are its answers to pictures it has not learned from. (64 features are enough for this.) An answer above
        // a half counts as a bird:
        let (outputs, labels) = (try regressionOutputs, try flatValid.targets)
        let right = (IntTensor(Tensor(outputs .> 0.5)) .== labels).trueCount
        record("regression/accuracy", Float(right) / Float(labels.count))
        show(try majorityShare, "accuracy of always giving the more frequent class")
        let isBird = labels .== IntTensor(1)
        show(
            Chart(
                "The outputs overlap, and leave the range from 0 to 1", x: "output of the net", y: "pictures"
            ) {
                Histogram(outputs[.!isBird], "airplanes", bins: 40, colour: .blue)
                Histogram(outputs[isBird], "birds", bins: 40, colour: .orange)
                Rule(x: 0.5, "a half", colour: .black)
            }, "One output for two classes: what the net says about the validation pictures, \(dataName)")
        let outside = (outputs .< 0).trueCount + (outputs .> 1).trueCount
        show(
            Float(outside) / Float(outputs.count), "share of the outputs below 0 or above 1",
            predict: .yesNo(
                "All labels are 0 or 1. Are all outputs of the net between 0 and 1?", outside == 0))

        // An output of 0.8 looks like "bird, rather sure". But what does -0.2 mean, or 1.3? Nothing keeps a sum of
        // weighted features within any limits. And the loss punishes 1.3 for a bird, though it is on the right side.
    }
}

// With ten classes it gets worse. Their numbers are names, but the squared error takes them for quantities. CIFAR-10
// calls an airplane 0, a bird 2 and a deer 4. Say a net is torn between airplane and deer, a half for each. Which
// single number has the smallest squared error on average?

/// The mean squared error of one guess for items of these labels.
public func meanSquaredError(of guess: Float, to labels: [Float]) -> Float {
    labels.reduce(0) { $0 + (guess - $1) * (guess - $1) } / Float(labels.count)
}

extension BirdsAndAirplanes {
    func tornBetweenTwo() {
        // We try some answers from 0 to 4:
        let answers = (0...40).map { Float($0) / 10 }
        let errors = answers.map { meanSquaredError(of: $0, to: [0, 4]) }
        let best = answers[errors.firstIndex(of: errors.min()!)!]
        let names = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
        show(
            best, "the answer with the smallest error",
            predict: .choice(
                "Airplane (0) or deer (4), each as likely. Which class has the answer with the least error?",
                ["airplane", "bird", "deer"], answer: names[Int(best)]))

        // The error is smallest at the mean of what may be true: a bird, an answer that is certainly wrong. (Exercise
        // 21.10 replaces these numbers by something better.)
        //
        // And the price of a mistake depends on who has numbered the classes. Here are the same three mistakes with
        // CIFAR-10's numbers, and with the classes numbered from the back:
        var table = TextTable(["mistake", "squared error", "numbered from the back"], decimals: 0)
        for (real, taken) in [("airplane", "automobile"), ("airplane", "truck"), ("cat", "dog")] {
            let (a, b) = (Float(names.firstIndex(of: real)!), Float(names.firstIndex(of: taken)!))
            table.add("\(real) taken for \(taken)", (a - b) * (a - b), ((9 - a) - (9 - b)) * ((9 - a) - (9 - b)))
        }
        var shuffled = names
        shuffled.swapAt(1, 9)
        let far = Float(shuffled.firstIndex(of: "automobile")!)
        show(table, "What three mistakes cost when classes are numbers")
        show(
            far * far,
            "squared error of an airplane taken for an automobile, if automobile and truck swap their numbers",
            ask: "An automobile is 9 now. What does an airplane (0) taken for an automobile cost?")

        // An airplane taken for a truck costs 81 times as much as one taken for an automobile, and after the swap it is
        // the other way round. No picture has changed.
    }
}
