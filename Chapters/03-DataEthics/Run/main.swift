import Chapter03

DataEthics.mainWithFiles()
