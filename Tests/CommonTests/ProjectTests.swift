import Foundation
import Testing

@testable import Common

@Suite struct `A chapter's folder` {
    @Test func `says number and title`() throws {
        let folder = try #require(ChapterFolder("04-DigitClassifier"))
        #expect(folder.number == 4 && folder.digits == "04" && folder.title == "Digit Classifier")
    }

    @Test(arguments: [".keep", "README", "a-4", "04"])
    func `is not just any folder`(_ name: String) { #expect(ChapterFolder(name) == nil) }
}

@Suite struct `The project` {
    @Test func `is found from any of its folders`() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = try projectRoot(around: here, with: ["Sources", "Tests"])
        #expect(isFolder(root.appending(path: "Sources/Common")) && !isFolder(root.appending(path: "Package.swift")))
    }

    @Test func `is not everywhere`() {
        let error = #expect(throws: Refusal.self) { try projectRoot(around: URL(filePath: "/"), with: ["Chapters"]) }
        #expect(error?.description == "/ is not inside the project: no folder above it has Package.swift and Chapters")
    }
}
