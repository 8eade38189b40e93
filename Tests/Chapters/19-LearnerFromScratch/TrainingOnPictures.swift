// The trainings of sections 19.7 to 19.9, on generated pictures and, where they are at hand, on birds and airplanes.

import Chapter19
import ChapterSupport
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `19 Training on pictures` {
    @Test func `three versions of log-softmax are one`() throws {
        let run = try ChapterRun.quick(of: LearnerFromScratch.self)
        let values = ["by-definition", "by-difference", "stable"].map { name in
            run.records.first { $0.name == "log-softmax/\(name)" }?.values ?? []
        }
        #expect(!values[0].isEmpty)
        for other in values[1...] { expectClose(other, values[0], absolute: 1e-4, relative: 1e-4) }
    }

    @Test func `every record of a training is there, from several starts`() throws {
        let run = try ChapterRun.quick(of: LearnerFromScratch.self)
        for name in [
            "fit-one/valid-accuracy", "finder/train-loss", "one-cycle/valid-accuracy", "resnet/valid-accuracy",
            "mixup/valid-accuracy-with", "digits/valid-accuracy", "resnet/plain-layers-beside-it",
            "averaged-weights/accuracy-of-the-average", "together/valid-accuracy",
        ] {
            let record = try #require(run.records.first { $0.name == name })
            #expect(record.values.count == 2 && record.values.allSatisfy { (0...10).contains($0) }, "\(name)")
        }
    }

    @Test(.enabled(if: realData("cifar_birds_airplanes") != nil))
    func `on real pictures, the finder and a short cycle run`() throws {
        let number = try #require(
            LearnerFromScratch.sections.firstIndex { $0.title == "Scheduling the learning rate" })
        let run = try ChapterRun(
            of: LearnerFromScratch.self, sections: [number + 1],
            .data(in: realData("cifar_birds_airplanes"), .quick))
        #expect(run.dataName.contains("cifar_birds_airplanes"))
        #expect(try #require(run["one-cycle/valid-accuracy"]) > 0.4)
    }
}
