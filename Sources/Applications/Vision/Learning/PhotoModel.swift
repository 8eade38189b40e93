// # A trained net, ready to be used
//
//     try learner.export(to: file)
//     …
//     let model = try PhotoModel<CategoryBlock>(file)       // in another program
//     print(try model.predict(photo).text)
//
// Weights alone are of little use. Whoever has a new photo must bring it to the same size, in the same way, with the
// same mean and deviation taken out, and must know what the numbers mean that come out. So all of that belongs to the
// model.

import Foundation
import Layers
import Tensors

/// A net with all that is needed to use it: what is done with photos, and what its answers mean.
public struct PhotoModel<Target: TargetBlock> {
    public let net: TransferNet
    public let target: Target
    public let pipeline: PhotoPipeline
    /// What the head is made of, and what the body is called: for a file.
    public let head: HeadPlan
    public let architecture: String

    init(net: TransferNet, target: Target, pipeline: PhotoPipeline, head: HeadPlan, architecture: String) {
        (self.net, self.target, self.pipeline) = (net, target, pipeline)
        (self.head, self.architecture) = (head, architecture)
    }

    /// What the net says of a photo.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> { try predict([photo])[0] }

    /// What the net says of photos, all of them in one batch.
    /// - Throws: ``PhotoProblem``, which names the first file that cannot be read.
    public func predict(_ photos: [any PhotoSource]) throws -> [Prediction<Target>] {
        if photos.isEmpty { return [] }
        let x = try pipeline.batch(photos)
        net.eval()
        let outputs = noGrad { target.activated(net(x)) }
        return photos.indices.map { place in
            let value = target.value(of: outputs[place])
            return Prediction(value: value, outputs: outputs[place], text: target.text(of: value))
        }
    }
}
