// The body that all pages share.

import Layers
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter05

@Suite struct `The shared body` {
    private var pretrained: Pretrained {
        var random = SplitMix64(seed: 3)
        let architecture = Architecture("small4") { smallBody(width: 4, using: &$0) }
        return Pretrained(
            title: "a test's", architecture: architecture,
            state: architecture.body(using: &random).layers.stateDictionary,
            presize: 40, size: 32)
    }

    @Test func `is copied for each who trains it`() {
        let pretrained = pretrained
        let (first, second) = (pretrained.body(), pretrained.body())
        #expect(first.isPretrained && first.channels == 32 && first.groups.count == 4)
        let x = Tensor.ones(1, 3, 32, 32)
        first.layers.eval()
        second.layers.eval()
        let before = noGrad { second.layers(x).scalars }
        #expect(noGrad { first.layers(x).scalars } == before)
        for parameter in first.layers.parameters { parameter.assign(parameter.value * 2) }
        #expect(noGrad { first.layers(x).scalars } != before && noGrad { second.layers(x).scalars } == before)
    }

    @Test func `has a twin that has not learned anything`() {
        var random = SplitMix64(seed: 4)
        let body = pretrained.untrained(using: &random)
        #expect(!body.isPretrained && body.channels == 32)
        #expect(body.layers.stateDictionary["layers.0.weight"]?.scalars != pretrained.state["layers.0.weight"]?.scalars)
    }

    @Test func `generated pets are gone with their owner`() throws {
        var pets: Pets? = try Pets(generated: 2, size: 48)
        let folder = pets!.folder
        #expect(pets!.files.count == 24 && pets!.shortName(pets!.files[0]) == "images/Abyssinian_1.jpg")
        #expect(try breedOf(pets!.files[23]) == "staffordshire_bull_terrier")
        #expect(!pets!.shortText("in \(folder.path)/images").contains(folder.path))
        pets = nil
        #expect(throws: (any Error).self) { try listed(folder) }
    }
}
