// What the pages of sections 15.1 and 15.6 build, the book's printed head, and how photos are read.

import Chapter15
import Common
import Datasets
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `15.1 The book's head` {
    @Test func `is printed as nine layers`() {
        var random = SplitMix64(seed: 1)
        let expected = """
            Sequential(
              (0): ConcatPool2d(
                (mean): AdaptiveAveragePool2d(1)
                (maximum): AdaptiveMaxPool2d(1)
              )
              (1): Flatten()
              (2): BatchNorm1d(20, epsilon: 1e-05, momentum: 0.1)
              (3): Dropout(0.25)
              (4): Linear(20, 512, bias: false)
              (5): ReLU()
              (6): BatchNorm1d(512, epsilon: 1e-05, momentum: 0.1)
              (7): Dropout(0.5)
              (8): Linear(512, 2, bias: false)
            )
            """
        #expect(createHead(20, 2, using: &random).listing() == expected)
        #expect(HeadPlan().layers(10, outputs: 2, using: &random).listing() == expected)
    }

    @Test func `learns 12,328 numbers`() {
        var random = SplitMix64(seed: 1)
        let head = createHead(20, 2, using: &random)
        #expect(head.layers.map(\.parameterCount) == [0, 0, 40, 0, 10_240, 0, 1024, 0, 1024])
        #expect(head.parameterCount == 12_328)
    }

    @Test func `is listed by hand as by the engine, but for the settings`() {
        var random = SplitMix64(seed: 1)
        let head = createHead(20, 2, using: &random)
        func words(_ text: String) -> [String] {
            text.split(separator: "\n").map { line in
                let name = line.split(separator: ":", maxSplits: 1).last!.trimmingCharacters(in: .whitespaces)
                return String(name.prefix { $0 != "(" })
            }.filter { !$0.isEmpty && $0 != ")" }
        }
        #expect(words(nestedList(head)) == words(head.listing()))
        #expect(nestedList(head).split(separator: "\n")[2] == "    (mean): AdaptiveAveragePool2d")
    }
}

@Suite struct `15.1 What comes out of a body` {
    @Test func `a 32nd of the sides, rounded up`() {
        var random = SplitMix64(seed: 1)
        let body = Architecture.resNet18.body(using: &random)
        for (side, cells) in [(224, 7), (64, 2), (96, 3), (100, 4)] {
            let maps = sidesOfMaps(body.layers, side: side)
            #expect(maps.last! == (512, cells))
        }
    }
}

@Suite struct `15.1 Maps that differ in one way` {
    @Test func `by one bright cell, or by all of them`() {
        for isHaze in [false, true] {
            var random = SplitMix64(seed: 2)
            let (x, y) = toyMaps(2000, isHaze: isHaze, using: &random)
            let ones = y.scalars.indices.filter { y.scalars[$0] == 1 },
                zeros = y.scalars.indices.filter { y.scalars[$0] == 0 }
            let means = [ones, zeros].map { x.rows($0).mean().item }
            expectNear(means[0] - means[1], isHaze ? 0.3 : 4 / 49, absolute: 0.03)
            let tops = [ones, zeros].map { x.rows($0).max(axes: [2, 3]).mean().item }
            #expect(isHaze ? abs(tops[0] - tops[1] - 0.3) < 0.1 : tops[0] - tops[1] > 1.5)
        }
    }
}
