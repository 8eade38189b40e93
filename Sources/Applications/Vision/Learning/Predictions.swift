// What a trained net says of photos: of one, of a whole set, and side by side with what is true.

import Figures
import Tensors
import Training

/// What a net says of one photo.
public struct Prediction<Target: TargetBlock> {
    /// "boxer"
    public let value: Target.Value
    /// What the net gave, after `activated`: for classes their probabilities [outputs].
    public let outputs: Tensor
    /// For people: "boxer".
    public let text: String
}

/// Predictions for a set of photos, in its order.
public struct Predictions<Target: TargetBlock> {
    /// After `activated`: for classes their probabilities [n, outputs].
    public let outputs: Tensor
    public let targets: Target.Label.Batch
    /// The loss of each [n].
    public let losses: Tensor
}

extension VisionLearner {
    /// What the net says of a photo. (The book's `predict`.)
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> { try model.predict(photo) }

    /// Predictions for all photos of a set, and what is true. (The book's `get_preds`.)
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func getPreds(_ part: DatasetPart = .valid) throws -> Predictions<Target> {
        try getPreds(from: data.quiet(part))
    }

    /// - Throws: what is wrong with the first photo that cannot be read.
    func getPreds(from loader: DataLoader<PhotoLoaders<Target>.Batch>) throws -> Predictions<Target> {
        let predictions = getPreds(loader)
        if let problem = loader.problem { throw problem }
        return predictions
    }

    /// The same for batches of your own, such as a single one: `getPreds([try data.oneBatch()])`.
    public func getPreds(_ batches: some Sequence<(Tensor, Target.Label.Batch)>) -> Predictions<Target> {
        var (outputs, losses, targets): ([Tensor], [Tensor], [Target.Label.Batch]) = ([], [], [])
        net.eval()
        noGrad {
            for (x, y) in batches {
                let scores = net(x)
                outputs.append(data.target.activated(scores))
                losses.append(data.target.losses(scores, y))
                targets.append(y)
            }
        }
        require(!outputs.isEmpty, "getPreds of no batch", "there is nothing to predict")
        return Predictions(outputs: .cat(outputs), targets: data.target.joined(targets), losses: .cat(losses))
    }

    /// Photos with what is true above each; where the net is wrong, also what it said: "boxer (taken for pug)". (The
    /// book's `show_results`.)
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func showResults(count: Int = 9, columns: Int = 3) throws -> ImageGrid {
        let (x, y) = try data.oneBatch(.valid)
        let predictions = getPreds([(x, y)])
        let places = 0..<min(count, x.shape[0])
        let target = data.target
        let (actual, predicted) = (
            places.map { target.value(in: y, at: $0) }, places.map { target.value(of: predictions.outputs[$0]) }
        )
        let titles = zip(actual, predicted).map { actual, predicted in
            let (actual, predicted) = (target.text(of: actual), target.text(of: predicted))
            // Points are drawn.
            return actual == predicted || Target.self is PointBlock.Type ? actual : "\(actual) (taken for \(predicted))"
        }
        let pictures = zip(places, data.rasters(x[places])).map { place, picture in
            target.drawn(
                predicted[place], on: target.drawn(actual[place], on: picture, isPrediction: false), isPrediction: true)
        }
        return ImageGrid(pictures, titles: titles, columns: columns, cellSize: 260)
    }
}
