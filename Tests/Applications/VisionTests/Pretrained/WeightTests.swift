// Files of weights that hold no weights of a trained net.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import Vision

@Suite struct `Weights that are no numbers` {
    @Test(arguments: [Float.nan, .infinity, -.infinity]) func `are refused with the name of the file`(_ value: Float)
        throws
    {
        var random = SplitMix64(seed: 1)
        let (net, file) = (Linear(2, 2, using: &random), URL(filePath: "/data/weights/net.safetensors"))
        try requireNumbers(net, in: file)
        net.bias?.assign(Tensor([value, 1]))
        let problem = #expect(throws: PhotoProblem.self) { try requireNumbers(net, in: file) }
        #expect(
            problem?.description.hasPrefix("\(file.path): 1 of the 2 values of bias are NaN or infinite\n  try:")
                == true)
    }
}

@Suite struct `Weights of another net` {
    @Test func `are refused with the name of the file`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "other.safetensors")
            try SafetensorsFile(["layer.weight": .ones(2)]).write(to: file)
            for read in [{ _ = try ImageNamer(file) }, { _ = try Pretrained(mobileNet: file, presize: 80, size: 64) }] {
                let mismatch = #expect(throws: StateMismatch.self) { try read() }
                #expect(
                    mismatch?.description.hasPrefix("\(file.path): the state does not belong to this model") == true)
            }
        }
    }
}
