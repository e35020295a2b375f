// CadreCodec
