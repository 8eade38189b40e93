// # What the first layer looks for
//
// Section 1.6 · After this page you have looked into your model, and know what its first layer sees.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// Nets have the name of being black boxes: one sees what goes in and what comes out. But all their numbers lie open,
// and in 2013 Matthew Zeiler and Rob Fergus showed how to look at them. They took the net that had won ImageNet's
// competition the year before, AlexNet with its five layers of the kind that this page shows, asked of each neuron what
// it reacts to, and with what they learned they built the net that won next.
//
// The first layer is the simplest. Each of its *filters* is a small square of numbers for red, green and blue, which is
// moved across the photo and compared with what lies under it. So a filter can be shown as a tiny picture of what it
// looks for:

extension FirstModels {
    func filtersOfTheFirstLayer() throws {
        let filters = try trained.net.body.parameters[0].value
        let pictures = (0..<filters.shape[0]).map { filters[$0].pictureOfAFilter }
        let sides = "\(filters.shape[2]) × \(filters.shape[3])"
        show(
            ImageGrid(pictures, columns: 8, cellSize: 90),
            "The \(pictures.count) filters of the first layer, \(sides) pixels each (\(try pretrained.title))")
        show(
            pictures.count, "filters",
            predict: .count("Each picture above is a filter. How many are there?", pictures.count))

        // After a million photos, some change from light to dark in one direction: they look for edges, upright, level
        // or slanted. Others are of one colour on one side and of another on the other. Some are of one colour all
        // over. Nobody has drawn them. They came about in training, and yet they resemble what is known of the first
        // cells behind the eye, and what people had thought of for programs before.
        // #hide
        if try !pretrained.isLarge {
            show(
                "(The small net of this run has seen a few thousand drawn scenes, and its filters still look much like the "
                    + "random numbers that they began with. What they find shows better on the next picture.)")
        }
    }

    func whatTheFiltersSee() throws {
        // What do they make of a photo? Where a filter fits, the map is bright:
        let learner = try trained
        let photo = learner.data.datasets.valid.photos[0]
        let pipeline = PhotoPipeline(item: Resize(Size2D(try photoSize)), normalization: .imageNet)
        let x = try pipeline.batch([photo])
        learner.net.eval()
        let first = try layersToLookAt[0]
        let maps = try noGrad { try mapsBehind(first, x) }[0]
        let order = (0..<maps.shape[0]).sorted { maps[$0].std().item > maps[$1].std().item }
        let pictures = order.prefix(7).map { Raster(maps[$0], range: nil).resized(width: 150, height: 150) }
        show(
            ImageGrid(
                [learner.data.rasters(x)[0]] + pictures, titles: ["the photo"] + order.prefix(7).map { "filter \($0)" },
                columns: 4, cellSize: 150), "A validation photo, and where seven filters fit (\(dataName))")
    }
}

// MARK: Helpers

extension Tensor {
    /// A filter [3, h, w] in colours, grey where it does not care.
    fileprivate var pictureOfAFilter: Raster {
        let most = Swift.max(abs().max().item, 1e-6)
        let (rows, scalars) = (shape[1] * shape[2], scalars)
        let bytes = (0..<rows * 3).map { place -> UInt8 in
            let value = scalars[place % 3 * rows + place / 3]
            return UInt8((127.5 + 127.5 * value / most).rounded())
        }
        return Raster(width: shape[2], height: shape[1], channels: 3, pixels: bytes)
    }
}
