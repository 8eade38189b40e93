// # A number for people, a number for the machine
//
// Section 1.5 · After this page you can tell a metric from a loss, and say why a training needs both.

import Figures
import Notebook
import Tensors
import Training

// `metrics: [.errorRate]` says what is printed after every epoch: the share of photos in the validation set that are
// named wrongly. (`.accuracy` would be the share of right ones: 1 minus the error rate.) A *metric* is for people. It
// says in a number that you understand how good the model is. The *loss* is for the machine, which changes parameters
// so that it becomes smaller. Why not the same number for both? Turn the parameters of a trained last part away from
// where they are, and see what happens to each:

extension FirstModels {
    func turningTheParameters() throws {
        let features = try features
        var random = run.random
        let order = random.permutation(features.labels.count)
        let (held, learned) = (Array(order[..<(order.count / 5)]), Array(order[(order.count / 5)...]))
        let head = features.head(from: learned, using: &random)
        let weight = head.parameters[0]
        let (trained, direction) = (
            Tensor(weight.value.scalars).reshaped(weight.shape), Tensor.randn(weight.shape, using: &random)
        )
        let (x, y) = (features.x.rows(held), IntTensor(held.map { features.labels[$0] }))
        let far = trained.std().item * 4
        let places = (-200...200).map { Float($0) / 200 }
        var (losses, errors) = ([Float](), [Float]())
        for place in places {
            weight.assign(trained + direction * (place * far))
            let scores = noGrad { head(x) }
            losses.append(crossEntropy(scores, y).item)
            errors.append(Float(zip(scores.argmax(axis: 1).scalars, y.scalars).count { $0 != $1 }) / Float(held.count))
        }
        show(
            ChartGrid(
                [
                    Chart("The loss", x: "how far the parameters are moved", y: "loss") {
                        Line(places, losses, colour: .blue)
                    },
                    Chart("The error rate", x: "how far the parameters are moved", y: "error rate") {
                        Line(places, errors, colour: .vermilion)
                    },
                ], sharedYLimits: false), "The same \(places.count) choices of parameters, judged by both (\(dataName))"
        )
        let (lossSteps, errorSteps) = (changes(losses), changes(errors))
        show("the loss \(lossSteps) times, the error rate \(errorSteps) times", "of 400 small steps, so many change …")
        record(
            "metric/steps-that-change-the-error-rate", errorSteps)
        record("metric/steps-that-change-the-loss", lossSteps)
        // The error rate is a number of photos. A small step mostly changes none of them, and then it gives no hint
        // where to go. The loss moves with each step: it falls as soon as the model gets a little surer of what is
        // right.
    }

    func equallyOftenWrong() {
        // So two models may be wrong equally often, and one of them has the better loss. Three photos of cats, and the
        // probabilities of “cat” that three models give them:
        let models: [(name: String, shares: [Float])] = [
            ("unsure", [0.6, 0.6, 0.4]), ("sure", [0.9, 0.9, 0.4]), ("sure, also where it is wrong", [0.9, 0.9, 0.01]),
        ]
        var table = TextTable(["model", "cat?", "cat?", "cat?", "error rate", "loss"], decimals: 3)
        for model in models {
            let wrong = Double(model.shares.count { $0 < 0.5 }) / 3
            table.add(model.name, model.shares[0], model.shares[1], model.shares[2], wrong, meanLoss(model.shares))
        }
        show(
            table, "Three models, three photos of cats",
            predict: .choice(
                "All three are wrong once. Which one has the highest loss?", models.map(\.name), answer: models[2].name)
        )
        // (The loss of a photo is minus the logarithm of the probability that the model gave to what is true. Chapter 5
        // says why.)
    }
}

// MARK: Helpers

private func changes(_ numbers: [Float]) -> Int { zip(numbers, numbers.dropFirst()).count { $0 != $1 } }

private func meanLoss(_ shares: [Float]) -> Float { -Tensor(shares).log().mean().item }
