import Common
import Foundation
import Tensors
import TestSupport
import Testing
import Training
import Vision

@Suite struct `A head on features` {
    @Test func `learns from rows of any scale, and with the same bits for the same seed`() {
        // Two clouds that differ in the first column alone, which is far from zero; the second says nothing.
        let labels = (0..<40).map { $0 % 2 }
        let noise = noise(80, seed: 3)
        let x = Tensor.stack(
            labels.indices.map { Tensor([500 + 20 * Float(labels[$0]) + noise[2 * $0], noise[2 * $0 + 1]]) })
        let y = IntTensor(labels)
        func answers() -> Tensor {
            var random = SplitMix64(seed: 4)
            return FeatureHead(x, outputs: 2, steps: 60, using: &random) { crossEntropy($0, y) }(x)
        }
        #expect(answers().argmax(axis: 1).scalars.map { Int($0) } == labels)
        #expect(answers().scalars == answers().scalars)
    }
}

@Suite struct `Photos in folders` {
    @Test func `have the kinds of their folders, and at least two of them`() throws {
        try withFolder { folder in
            for name in ["b/2.jpg", "a/1.png", "b/1.jpg", "b/notes.txt"] {
                let file = folder.appending(path: name)
                try makeFolder(file.deletingLastPathComponent())
                try Data("no photo, and nobody looks yet".utf8).write(to: file)
            }
            let found = try PhotoFolders(folder, hint: "such as a and b")
            #expect(
                found.files.map(\.lastPathComponent) == ["1.png", "1.jpg", "2.jpg"] && found.kinds == ["a", "b", "b"])
            let error = #expect(throws: PhotoProblem.self) {
                try PhotoFolders(folder.appending(path: "b"), hint: "such as a and b")
            }
            #expect(error?.problem.contains("at least two kinds were expected, such as a and b") == true)
        }
    }
}
