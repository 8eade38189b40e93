import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

/// The path of a file for a process of its own, and what it must give.
private func exported(to folder: URL) throws -> (file: URL, probabilities: [Float]) {
    let learner = try tinyLearner()
    try EpochReporting.silently { try learner.fineTune(1) }
    let file = folder.appending(path: "colours.safetensors")
    try learner.export(to: file)
    return (file, try learner.predict(samples(1, seed: 3)[0].photo).outputs.scalars)
}

@Suite(.serialized) struct `A model in a file` {
    @Test func `comes back as it was`() throws {
        try withFolder { folder in
            let (file, probabilities) = try exported(to: folder)
            let model = try PhotoModel<CategoryBlock>(file, architectures: [tiny])
            #expect(try model.predict(samples(1, seed: 3)[0].photo).outputs.scalars == probabilities)
            #expect(model.target.vocabulary.classes == ["Amber", "green", "red"])
            #expect(model.pipeline.normalization == .imageNet && model.pipeline.size == Size2D(16))
            #expect(model.head == HeadPlan(hidden: [16], dropout: 0.2) && model.architecture == "tiny")
            // Once more, and nothing but the file lies there.
            try model.export(to: file)
            #expect(try PhotoModel<CategoryBlock>(file, architectures: [tiny]).predict([]).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["colours.safetensors"])
        }
    }

    @Test func `of a known architecture need not be named`() throws {
        try withFolder { folder in
            var random = SplitMix64(seed: 1)
            let data = try block().loaders(of: samples(48), batchSize: 12, using: &random)
            let body = Body(MobileNetV2(using: &random))
            let learner = VisionLearner(data, body: body, head: HeadPlan(hidden: []), using: &random)
            let file = folder.appending(path: "mobile.safetensors")
            try learner.export(to: file)
            let photo = samples(1, seed: 3)[0].photo
            let model = try PhotoModel<CategoryBlock>(file)
            #expect(model.architecture == "mobilenetv2" && model.net.groups.count == 5)
            #expect(try model.predict(photo).outputs.scalars == learner.predict(photo).outputs.scalars)
        }
    }

    @Test func `comes back in another process`() async throws {
        let folder = TemporaryFolder()
        let (file, probabilities) = try exported(to: folder.url)
        await #expect(processExitsWith: .success) {
            [path = file.path as String, probabilities = probabilities as [Float]] in
            let model = try PhotoModel<CategoryBlock>(URL(filePath: path), architectures: [tiny])
            let outputs = try model.predict(samples(1, seed: 3)[0].photo).outputs.scalars
            exit(outputs == probabilities ? EXIT_SUCCESS : EXIT_FAILURE)
        }
        withExtendedLifetime(folder) {}
    }

    @Test func `keeps what is done with a photo that is to be predicted`() throws {
        let items: [any ItemTransform] = [
            Resize([20, 30]), Resize(20, .squish), Resize(20, .pad(.border)), CenterCrop(20), RandomResizedCrop(20),
        ]
        let photo = smooth(57, 41)
        for item in items {
            let pipeline = PhotoPipeline(
                item: item, batch: augmentations(size: 16, minScale: 0.5), padding: .zeros,
                normalization: Normalization(mean: [0.1, 0.2, 0.3], deviation: [1, 2, 3]))
            let saved = try SavedPipeline(pipeline)
            let json = try JSONEncoder().encode(saved)
            let back = try #require(try JSONDecoder().decode(SavedPipeline.self, from: json).pipeline)
            #expect(try back.batch([photo]).scalars == pipeline.batch([photo]).scalars, "\(item)")
        }
        #expect(throws: TargetProblem.self) {
            try SavedPipeline(PhotoPipeline(batch: [Told(map: .identity, size: Size2D(5))]))
        }
    }

    /// What is done to the file, and what the error must say.
    private func expectRefusal(
        _ words: String, architectures: [Architecture] = [tiny], of damage: (inout SafetensorsFile) throws -> Void
    ) throws {
        try withFolder { folder in
            let (file, _) = try exported(to: folder)
            var content = try SafetensorsFile(reading: file)
            try damage(&content)
            try content.write(to: file)
            let error = #expect(throws: ModelFileProblem.self) {
                try PhotoModel<CategoryBlock>(file, architectures: architectures)
            }
            #expect(error?.file == file.path && error?.problem.contains(words) == true, "\(error as Any)")
        }
    }

    private func replace(_ old: String, _ new: String) -> (inout SafetensorsFile) -> Void {
        { file in
            let text = file.metadata["photo model"]!
            #expect(text.contains(old), "\(text)")
            file.metadata["photo model"] = text.replacing(old, with: new)
        }
    }

    @Test func `of another kind is refused`() throws {
        try expectRefusal("holds tensors, but no photo model") { $0.metadata = [:] }
        try expectRefusal("is damaged", of: replace("{", "["))
        try expectRefusal("is of version 7", of: replace("\"version\":1", "\"version\":7"))
        try expectRefusal("of the kind “points”", of: replace("\"kind\":\"category\"", "\"kind\":\"points\""))
        try expectRefusal("“tiny” is not known", architectures: [], of: replace("tiny", "tiny"))
        try expectRefusal("“huge” is not known", of: replace("tiny", "huge"))
    }

    @Test func `that was changed after it was written is refused, also by a single bit`() throws {
        try expectRefusal("its checksum does not fit") { file in
            let name = try #require(file.tensors.keys.sorted().first)
            var numbers = try file.tensor(name).scalars
            numbers[0] = Float(bitPattern: numbers[0].bitPattern ^ 1)
            file.tensors[name] = .floats(Tensor(numbers).reshaped(try file.tensor(name).shape))
        }
        try expectRefusal("its checksum does not fit", of: replace("\"mean\":[0", "\"mean\":[1"))
        // Files of earlier programs have no checksum, and are read.
        try withFolder { folder in
            let (file, _) = try exported(to: folder)
            var content = try SafetensorsFile(reading: file)
            content.metadata["photo model"] = try #require(content.metadata["photo model"])
                .replacing(#/"checksum":\d+,/#, with: "")
            try content.write(to: file)
            _ = try PhotoModel<CategoryBlock>(file, architectures: [tiny])
        }
    }

    @Test func `that contradicts itself is refused`() throws {
        try expectRefusal("its head are not those", of: replace("[16]", "[17]"))
        try expectRefusal("its head are not those", of: replace("[16]", "[1000000000]"))
        try expectRefusal("its head makes no sense", of: replace("[16]", "[0]"))
        try expectRefusal("its head are not those", of: replace("\"green\",", ""))
        try expectRefusal("make no sense", of: replace("\"green\"", "\"red\""))
        try expectRefusal("make no sense", of: replace("[18,18]", "[18,-1]"))
        try expectRefusal("make no sense", of: replace("\"mean\":[", "\"mean\":[1,"))
        try expectRefusal("is damaged", of: replace("reflect", "refract"))
    }

    @Test func `whose numbers are not those of the net is refused`() throws {
        try expectRefusal("missing: body.layers.0.weight") { $0.tensors["net.body.layers.0.weight"] = nil }
        try expectRefusal("unexpected: body.layers.9.weight") {
            $0.tensors["net.body.layers.9.weight"] = .floats(.zeros(1))
        }
        try expectRefusal("body.layers.0.weight: the model has [6, 3, 3, 3]") {
            $0.tensors["net.body.layers.0.weight"] = .floats(.zeros(6, 3, 3, 2))
        }
        try expectRefusal("is not a number of a net") { $0.tensors["net.more"] = .ints(IntTensor([1])) }
        try expectRefusal("not finite") { $0.tensors["net.body.layers.1.beta"] = .floats(.full(.nan, [6])) }
    }

    @Test func `that is missing, cut short or something else is refused`() throws {
        try withFolder { folder in
            let (file, _) = try exported(to: folder)
            let bytes = try Data(contentsOf: file)
            for count in [0, 7, 100, bytes.count / 2, bytes.count - 1] {
                try bytes.prefix(count).write(to: file)
                let error = #expect(throws: ModelFileProblem.self) {
                    try PhotoModel<CategoryBlock>(file, architectures: [tiny])
                }
                #expect(error?.file == file.path)
            }
            #expect(throws: ModelFileProblem.self) { try PhotoModel<CategoryBlock>(folder) }
            #expect(throws: ModelFileProblem.self) { try PhotoModel<CategoryBlock>(folder.appending(path: "no")) }
        }
    }

    @Test func `that cannot be written leaves what was there`() throws {
        try withFolder { folder in
            let learner = try tinyLearner()
            #expect(throws: ModelFileProblem.self) { try learner.export(to: folder.appending(path: "no/model")) }
            #expect(throws: ModelFileProblem.self) { try learner.export(to: folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
