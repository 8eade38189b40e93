// The classes of ImageNet, and the net that names them.

import Datasets
import Testing
import Vision

@Suite struct `Names of ImageNet` {
    @Test func `there are a thousand, in ImageNet's order`() {
        let names = ImageNetClasses.names
        #expect(names.count == 1000 && Set(names).count > 990 && names.allSatisfy { !$0.isEmpty })
        #expect(names[0] == "tench" && names[207] == "golden retriever" && names[281] == "tabby")
        #expect(names[294] == "brown bear" && names[850] == "teddy" && names[999] == "toilet tissue")
        #expect(ImageNetClasses.dogs.count == 118 && names[151] == "Chihuahua" && names[268] == "Mexican hairless")
        #expect(names[285] == "Egyptian cat" && names[286] == "cougar")
    }

    @Test func `nobody names photos where there are no weights`() throws {
        #expect(try ImageNamer.found(.nowhere) == nil)
    }
}
