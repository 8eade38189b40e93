// What chapter 4 shows on generated digits, beyond what is tested for every chapter.

import Chapter04
import ChapterSupport
import Notebook
import TestSupport
import Testing

@Suite struct `Chapter 4 on generated digits` {
    @Test func `says that its digits are generated`() throws {
        let run = try ChapterRun.quick(of: DigitClassifier.self)
        #expect(run.dataName == "generated digits")
        #expect(run.outputs[0].text.contains("generated digits"))
    }

    @Test func `has a different coaster for a different seed`() throws {
        let other = try ChapterRun(of: DigitClassifier.self, sections: [8], .standIn(.quick, seed: 7))
        let usual = try ChapterRun.quick(of: DigitClassifier.self).outputs.filter { $0.section == 8 }
        #expect(other.outputs.map(\.text) != usual.map(\.text))
    }

    @Test func `has many figures`() throws {
        #expect(try ChapterRun.quick(of: DigitClassifier.self).pictures.count > 25)
    }

    @Test(arguments: [
        "pixel-similarity/accuracy-3s", "pixel-similarity/accuracy-7s", "pixel-similarity/accuracy",
        "pixel-similarity/l1-to-3", "pixel-similarity/rmse-to-3", "pixel-similarity/l1-to-7",
        "pixel-similarity/rmse-to-7", "linear/accuracy", "net/accuracy",
    ])
    func `measures what the book measured`(_ name: String) throws {
        let record = try ChapterRun.quick(of: DigitClassifier.self).records.first { $0.name == name }
        #expect(record?.book != nil)
    }

    @Test func `has the book's numbers in the small examples`() throws {
        let records = try ChapterRun.quick(of: DigitClassifier.self).records.filter {
            $0.name.hasPrefix("gradient/") || $0.name.hasPrefix("loss/")
        }
        #expect(!records.isEmpty)
        for record in records { #expect(abs(record.measured - record.book!) < 5e-5, "\(record.name)") }
    }
}

/// At the usual size: the sections that compare the averages, the linear model and the net.
@Suite struct `Chapter 4 learns generated digits` {
    let run: ChapterRun

    init() throws {
        run = try .shared("learning", DigitClassifier.self) {
            var options = RunOptions.standIn(.usual)
            options.seedCount = 1
            return try ChapterRun(of: DigitClassifier.self, sections: [4, 14, 15], options)
        }
    }

    @Test func `averages get most digits right, and leave something to learn`() throws {
        let accuracy = try #require(run["pixel-similarity/accuracy"])
        #expect((0.85...0.98).contains(accuracy))
    }

    @Test func `a trained net beats the averages by far, and does not fall behind the linear model`() throws {
        let net = try #require(run["net/accuracy"])
        #expect(net > run["pixel-similarity/accuracy"]! + 0.03)
        #expect(net > run["linear/accuracy"]! - 0.005)
    }
}
