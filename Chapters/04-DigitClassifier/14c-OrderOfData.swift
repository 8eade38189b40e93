// # The order of the data
//
// Section 4.14 · After this page you can explain how a model that has seen six thousand sevens may not know a single
// one, and what shuffling does about it.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

extension DigitClassifier {
    func everythingIsAThree() throws {
        // The training images come in order: first all threes, then all sevens. Train for one epoch, with six thousand
        // images of each. How many of the validation images does the model get right then?
        let (loaders, model) = (try inOrder, linearModel())
        let optimizer = SGD(model.parameters, learningRate: 1)
        trainEpoch(loaders.train, model, optimizer)
        let (x, y) = (try validSet.inputs, try validSet.targets)
        let right = Int((batchAccuracy(model(x), y) * Float(y.count)).rounded())
        record(
            "linear-in-order/first-epoch-correct", right, book: 1010,
            predict: .number(
                "How many of the \(y.count) validation images are right after this epoch?", Double(right),
                within: .percent(5)))

        // Now count how many it takes for a three, and how many of these images are threes:
        let called = Tensor(model(x) .> 0).sum().item
        show("\(Int(called)) of \(y.count)", "called a three")
        show("\(try valid.threes.shape[0]) of \(y.count)", "are threes")

        // It calls *everything* a three, so it is right about the threes and wrong about every seven. Yet the sevens
        // came last. Why did they not have the last word?
    }

    func sevensCannotPush() throws {
        // Follow the mean score of the sevens through that epoch, from the start and then batch by batch. As long as
        // the batches hold only threes, no seven has a say. Note the scores at the end of that time:
        let (loaders, model) = (try inOrder, linearModel())
        let optimizer = SGD(model.parameters, learningRate: 1)
        let sevens = try valid.sevens.reshaped(-1, 28 * 28)
        let batchesOfThrees = try train.threes.shape[0] / 256
        var scores = [noGrad { model(sevens) }]
        for (x, y) in loaders.train {
            calculateGradients(x, y) { model($0) }
            optimizer.step()
            optimizer.zeroGrad()
            scores.append(noGrad { model(sevens) })
        }
        show(
            Chart("One batch of threes pushes the sevens up", x: "batches", y: "mean score of the sevens") {
                Line(scores.map { $0.mean().item }, "sevens of the validation set")
                Rule(x: batchesOfThrees, "from here on the batches are sevens")
                Rule(y: 0, "above this a seven is called a three", colour: .orange)
            }, "One epoch in order, on \(dataName)")

        // The very first batch does it. A step at rate 1 is a long one: it makes every score large, because a seven has
        // ink in many of the places where threes have it, too. The other batches of threes hardly change anything:
        // where every score is large, the sigmoid is flat, for threes as for sevens. When the sevens come, what does
        // the model say about them? And how steep is the sigmoid there, p · (1 - p)? (At best it is 0.25.)
        let p = scores[batchesOfThrees].sigmoid()
        show(fixed(p.mean().item, 4), "how sure the model is that a seven is a three")
        show((p * (1 - p)).mean().item, "slope of the sigmoid there")

        // A flat sigmoid passes hardly any gradient on (section 4.11). The sevens can hardly push back.
        //
        // How long it takes them to get back depends on the data. On the book's digits they manage within some epochs;
        // on others they may never do so.
    }
}

// The cure is to shuffle: `shuffledUsing` draws a new order for every epoch. Everything else stays as it was:

extension DigitClassifier {
    /// A Learner for a model that gives one score, on shuffled batches.
    func learnerShuffled(
        _ model: any Layer<Tensor, Tensor>, using random: inout SplitMix64
    ) throws -> Learner<Tensor, Tensor> {
        let shuffled = try DataLoader(trainSet, batchSize: 256, shuffledUsing: &random)
        return Learner(
            DataLoaders(shuffled, try inOrder.valid), model, loss: mnistLoss,
            metrics: [Metric("batch_accuracy", batchAccuracy)])
    }

    func shuffling() throws {
        // The same model, once in order and once shuffled:
        func accuracies(_ learner: Learner<Tensor, Tensor>) throws -> [Float] {
            try EpochReporting.silently { try learner.fit(epochCount, learningRate: 1) }
            return learner.recorder["batch_accuracy"]
        }
        let ordered = try accuracies(try learnerInOrder(linearModel()))
        var random = run.random
        let shuffled = try accuracies(try learnerShuffled(linearModel(), using: &random))
        let majority = try majorityShare
        show(
            Chart("Shuffled, it is good from the first epoch", x: "epoch", y: "accuracy") {
                Line(1...shuffled.count, shuffled, "shuffled")
                Line(1...ordered.count, ordered, "threes first", dashed: true)
                Rule(y: majority, "always the more frequent digit")
            }, "The order of the data matters, on \(dataName)",
            predict: .yesNo(
                "Shuffled, is the model already right about 90 % of the images after one epoch?", shuffled[0] > 0.9))
        record("linear/accuracy", shuffled.last!, book: 0.9785, differs: "shuffled; the book keeps the order")

        // One run proves little: with another start and another order the number changes. So train from several seeds,
        // and look at the mean and the standard deviation:
        let ends = try run.overSeeds(run.size(quick: 2, usual: 5, full: 20)) { random in
            try accuracies(try learnerShuffled(Linear(28 * 28, 1, using: &random), using: &random)).last!
        }
        record("linear/accuracy-by-seed", over: ends, book: 0.9785, differs: "shuffled; the book keeps the order")

        // What you wrote by hand is now `Linear`, `SGD` and `Learner`, and the batches are shuffled from here on.
    }
}
