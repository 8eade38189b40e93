// # The same in today's words
//
// Section 1.4 · After this page you can name the parts of your model as people do now.

import Common
import Figures
import Notebook
import Tensors
import Training

// Samuel's ideas have stayed; many of the words have not:

extension FirstModels {
    func samuelsWordsAndOurs() throws {
        let (learner, data) = (try trained, try trained.data)
        var table = TextTable(["Samuel", "today", "in the model of section 1.3"])
        let parameters = learner.net.parameters.reduce(0) { $0 + $1.count }
        table.add("model", "architecture: the form of the function", try pretrained.architecture.name)
        table.add("weights", "parameters", "\(parameters) numbers")
        table.add("inputs", "independent variable: data without labels", "photos")
        table.add("results", "predictions", "a probability for “cat”, one for “dog”")
        table.add("", "labels, targets, or dependent variable", "from the names of files")
        table.add(
            "performance", "loss: a number that is small when predictions fit labels", "cross-entropy (chapter 5)")
        show(table, "Words")
        show(
            NodeDiagram(
                "Training, in today's words",
                [
                    .init("inputs", 0, 0), .init("parameters", 0, 1), .init("architecture", 1, 0.5, isStep: true),
                    .init("predictions", 2, 0.5), .init("labels", 2, 1.5), .init("loss", 3, 0.5),
                ],
                [
                    .init("inputs", "architecture"), .init("parameters", "architecture"),
                    .init("architecture", "predictions"), .init("predictions", "loss"), .init("labels", "loss"),
                    .init("loss", "parameters", "update", isBack: true),
                ]), "What depends on what (the book's figure 1-8)")

        // Note that the loss needs labels, and predictions do not. Take one photo of the model, and both:
        let (x, y) = try data.oneBatch(.valid)
        let prediction = learner.getPreds([(x, y)])
        let sure = prediction.outputs[0][y[0].item].item
        show(percent(sure), "probability that it gives to what is true of the first photo")
        show(fixed(prediction.losses[0].item, 4), "its loss for this photo")
        let worst = prediction.losses.scalars.max()!
        show(
            fixed(worst, 4), "the highest loss among these photos",
            predict: .change(
                "Compared with the loss of the first photo, the loss of the worst one is …",
                from: prediction.losses[0].item, to: worst))
    }

    func whatTrainingNeeds() throws {
        // So what do you need to train a model? An architecture for the problem. Data to put in. Labels to compare
        // with. A loss that says how good or bad a prediction is. A way to update the parameters. And numbers to start
        // with. Leave one out, and nothing is learned. Two of them can be left out easily:
        let features = try features
        let (all, half) = (Array(features.labels.indices), features.labels.count / 2)
        // Half of the photos are learned from, with their labels or with those of others, and the other half judges:
        func accuracy(_ labels: [Int]?, steps: Int) -> Double {
            var random = run.random
            let order = random.permutation(all.count)
            let shuffled = labels == nil ? nil : random.permutation(all.count).map { features.labels[$0] }
            let head = features.head(from: Array(order[..<half]), labels: shuffled, steps: steps, using: &random)
            return features.accuracy(head, on: Array(order[half...]))
        }
        let shares = [accuracy(nil, steps: 60), accuracy(features.labels, steps: 60), accuracy(nil, steps: 0)]
        show(
            Chart("What is missing?", x: "", y: "right on other photos", yLimits: 0...1) {
                Bars(["nothing", "labels that fit", "updates"], shares)
                Rule(y: shareOfMostFrequent(features.labels), "always the more frequent kind")
            },
            "A last part trained on half of the photos (\(dataName)): with all that is needed; with labels that belong "
                + "to other photos; without a single update")
        record("training-needs/all", shares[0])
        record("training-needs/labels-of-others", shares[1])
        record("training-needs/no-update", shares[2])
    }
}
