// Exported models: the same bits in another process, and files that are refused.

import ChapterSupport
import Common
import Datasets
import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter02

@Suite(.serialized) struct `2.5 An exported model` {
    @Test func `says the same in a fresh process, bit for bit`() async throws {
        let folder = TemporaryFolder("exported")
        try makeFolder(folder.url)
        let file = folder.url.appending(path: "bears.safetensors")
        let learner = try colourLearner()
        try learner.export(to: file)
        let here = try bitsOfAnswers(learner.model)
        let path = file.path
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [path = path as String] in
            let model = try PhotoModel<CategoryBlock>(
                URL(filePath: path), architectures: ModelToProduction.smallBodies)
            say("begin\n" + (try bitsOfAnswers(model)) + "\nend")
        }
        let there = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(there.contains("begin\n" + here + "\nend"))
    }

    @Test func `is refused when it was damaged, each time with a reason`() throws {
        try withFolder { folder in
            let whole = folder.appending(path: "whole.safetensors")
            try colourLearner().export(to: whole)
            let bytes = try Data(contentsOf: whole)
            for damage in Damage.allCases where damage != .none {
                let file = folder.appending(path: "bears.safetensors")
                try bytes.write(to: file)
                try damage.applied(to: bytes, file).write(to: file)
                let error = #expect(throws: ModelFileProblem.self, "\(damage)") {
                    try PhotoModel<CategoryBlock>(file, architectures: ModelToProduction.smallBodies)
                }
                #expect(error?.file == file.path && error?.problem.isEmpty == false)
            }
        }
    }

    @Test func `gives three answers that fit together, and the book's line`() throws {
        let answers = try ThreeAnswers(colourLearner().model, colourPhoto(1, 3))
        #expect(answers.category == ["black", "grizzly", "teddy"][answers.index])
        #expect(answers.probabilities.max() == answers.probabilities[answers.index])
        #expect(abs(answers.probabilities.reduce(0, +) - 1) < 1e-5)
        #expect(answers.line.wholeMatch(of: #/Prediction: \w+; Probability: [01]\.\d{4}/#) != nil)
    }

    @Test func `is spoken of by the command, which names what is wrong`() throws {
        try withFolder { folder in
            let (file, photo) = (folder.appending(path: "m.safetensors"), folder.appending(path: "p.png"))
            try colourLearner().export(to: file)
            try colourPhoto(0, 1).raster.writePNG(to: photo)
            #expect(try ModelToProduction.spoken(photo, by: file).contains("Prediction: "))
            try Data("text".utf8).write(to: photo)
            let error = #expect(throws: PhotoProblem.self) { try ModelToProduction.spoken(photo, by: file) }
            #expect(error?.file == photo.path)
        }
    }
}

@Suite struct `2.4 Real bears` {
    @Test(.enabled(if: realData("bears") != nil && realData("weights") != nil))
    func `are told apart on 97 of 100 photos, over five seeds`() throws {
        let folder = try #require(realData("bears"))
        let weights = folder.appending(path: "weights/mobilenetv2-imagenet-body.safetensors")
        let body = try Pretrained(mobileNet: weights, presize: 160, size: 128)
        let bears = try #require(try DataLocator(dataFolder: folder).find("bears").found).folder
        let files = VerifiedPhotos(try photoFiles(in: bears)).readable
        let kinds = Vocabulary(files.map(parentFolder))
        let all = BearFeatures(
            x: try body.features(of: files), labels: files.map { kinds[parentFolder($0)]! }, classes: kinds.classes)
        let accuracies = (0..<5 as Range<UInt64>).map { seed in
            var random = SplitMix64(seed: seed)
            let order = random.permutation(files.count)
            let head = LinearHead(all.rows(Array(order[(files.count / 5)...])), steps: 100, using: &random)
            return head.judge(all.rows(Array(order[..<(files.count / 5)]))).accuracy
        }
        #expect(accuracies.reduce(0, +) / 5 >= 0.97, "\(accuracies)")
    }
}
