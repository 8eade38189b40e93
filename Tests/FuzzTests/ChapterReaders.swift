// Readers that chapters have of their own, for files of the reader's.

import Common
import Datasets
import Figures
import Foundation
import Tabular
import TestSupport
import Text
import Vision

@testable import Chapter01
@testable import Chapter03
@testable import Chapter06
@testable import Chapter14
@testable import Chapter15
@testable import Chapter19
@testable import Chapter20

extension FuzzedReader {
    static let ofChapters = [
        streetCodes, streetMask, pictureHeader, checklist, ethicsReview, groupReport, labelledPhotos, census, resnet,
        articles, classWords, rasterPNG,
    ]

    static let streetCodes = FuzzedReader(
        description: "codes of streets", inputs: [Array("Animal\nArchway\nVoid\n".utf8), Array("a\r\nb".utf8)],
        path: "codes.txt"
    ) { file, _ in _ = try readCodes(file) }

    /// Masks with the codes 0 to 255, since those of the fixtures are photos.
    static let streetMask = FuzzedReader(
        description: "masks of streets", inputs: others("PNG", "L.png"), path: "a.png", repaired: repairedPNG
    ) { file, _ in _ = try readMask(file, codes: 256) }

    static let pictureHeader = FuzzedReader(
        description: "header of a PNG", inputs: others("PNG", ".png"), path: "a.png", repaired: repairedPNG
    ) { file, _ in
        _ = try PictureHeader(of: file)
        _ = try openPicture(file)
    }

    static let checklist = FuzzedReader(
        description: "checklist of a project",
        inputs: [ChecklistAnswers.form, "strategy.1: yes\r\nand more\r\nstrategy.8.e: 2026-02-30\r\n"].map {
            Array($0.utf8)
        }, path: "answers.txt"
    ) { file, _ in
        let answers = try ChecklistAnswers(file: file)
        _ = (answers.markdown, answers.doubts, answers.missing(), answers.changes(since: answers))
    }

    static let ethicsReview = FuzzedReader(
        description: "review of a project",
        inputs: [EthicsReview.form, "project-1: yes\nlens-2: \n"].map { Array($0.utf8) },
        path: "review.txt"
    ) { file, _ in
        let review = try EthicsReview(file: file)
        _ = (review.markdown, review.missing)
    }

    static let groupReport = FuzzedReader(
        description: "predictions by group",
        inputs: ["target,group,score\n1,a,0.5\n0,b,1\n1,a,0\n", "Prediction,Target,Group\nyes,no,1\nno,no,2\n"].map {
            Array($0.utf8)
        }, path: "a.csv"
    ) { file, _ in
        let report = try DisaggregatedReport(DataFrame(csv: file), name: file.lastPathComponent)
        _ = (report.table, report.calibration, report.remarks, report.baseline)
    }

    static let labelledPhotos = FuzzedReader(
        description: "photos with several labels",
        inputs: [Array("fname,labels,is_valid\n000005.jpg,chair,True\n000007.jpg,car person,False\n".utf8)],
        path: "train.csv"
    ) { file, folder in _ = try LabelledPhotos(dataSet: folder).rows }

    static let census = FuzzedReader(
        description: "census", inputs: [Array(people.utf8)], path: "adult.csv"
    ) { file, _ in
        _ = try IncomeTable(csv: file).frame.description
        _ = try Records(census: file, most: 150).table.description
    }

    private static let people =
        "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,salary\n"
        + (0..<100).map { number in
            "\(20 + number % 50), Private,\(1000 + number), HS-grad,\(number % 7 == 0 ? "" : "9.0"), Divorced, ?, Wife, "
                + "White,\(number % 3 == 0 ? ">=50k" : "<50k")\n"
        }.joined()

    /// No file of this length holds a whole net; one that is none is refused by name.
    static let resnet = FuzzedReader(
        description: "weights of a ResNet", inputs: ["views", "types"].map { ours("Tests/Fixtures/Torch/\($0).pth") },
        path: "a.pth", repaired: repairedZip
    ) { file, _ in
        do { _ = try Chapter14.PhotoModel(weights: file, classes: nil) } catch let refusal as Refusal {
            if !"\(refusal)".contains("a.pth") { throw Broken(description: "refuses without a name: \(refusal)") }
        }
    }

    static let articles = FuzzedReader(
        description: "articles",
        inputs: [Array(" \n = One = \n \n A b c . \n = = Part = = \n D .\n\n = Two = \nE\n".utf8)],
        path: "wiki.train.tokens"
    ) { file, _ in _ = try wikiArticles(file) }

    static let classWords = FuzzedReader(
        description: "names of classes", inputs: [Array("n01440764\ttench, Tinca tinca\nn02102040\tspaniel\n".utf8)],
        path: "words.txt"
    ) { _, folder in
        if try namesOfClasses(["n01440764", "b"], in: folder).count != 2 { throw Broken(description: "loses a name") }
    }

    /// A picture as figures take it from PNG files. Their error names the file, too.
    static let rasterPNG = FuzzedReader(
        description: "picture, PNG", inputs: others("PNG", ".png"), path: "a.png", repaired: repairedPNG
    ) { file, _ in
        do { _ = try Raster(png: file) } catch let error as FigureError { throw Refusal("\(error)") }
    }
}
